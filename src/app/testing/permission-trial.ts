import type { ServedProcedure } from "../api/api-router.ts"
import type { Company } from "./company.ts"
import { createTrialDoor, type Plants, type TrialDoor } from "./permission-door.ts"
import { ELSEWHERE, listTrialRoles, type TrialRole } from "./permission-roles.ts"
import { furnishTrial, type TrialCompany } from "./permission-subjects.ts"

/**
 * What one role met at one procedure.
 * yes: let in · refused: 401 or 403, whatever was named · hidden: as if it were not there · –: names nothing
 */
export type Verdict = "yes" | "refused" | "hidden" | "–"

export interface TrialRow {
  readonly procedure: ServedProcedure
  /** By role, in the order of `roles`. */
  readonly cells: readonly { readonly own: Verdict; readonly other: Verdict }[]
}

export interface PermissionTrial {
  readonly roles: readonly string[]
  readonly rows: readonly TrialRow[]
  readonly calls: number
  readonly faults: readonly string[]
}

/**
 * Every procedure of the router, called by every role, about its own, somebody else's and nobody's thing. Nothing
 * stays of a call: each one's transaction is undone. A new procedure is tried without anybody adding it here;
 * one that names a kind of thing the trial has none of is a fault.
 */
export async function tryPermissions(company: Company, plants?: Plants): Promise<PermissionTrial> {
  const trial = await furnishTrial(company)
  const door = await createTrialDoor(company, plants ?? {})
  const roles = listTrialRoles(trial, company)
  const faults: string[] = []
  const rows: TrialRow[] = []
  for (const procedure of door.procedures) {
    // With a hole in some routers only those are tried.
    if (plants && !Object.keys(plants).some((module) => procedure.name.startsWith(`${module}.`))) continue
    const cells = []
    for (const role of roles) cells.push(await tryRole({ door, trial, faults }, procedure, role))
    rows.push({ procedure, cells })
  }
  return { roles: roles.map(({ name }) => name), rows, calls: door.countCalls(), faults }
}

interface Trying {
  readonly door: TrialDoor
  readonly trial: TrialCompany
  readonly faults: string[]
}

interface Answer {
  readonly status: number
  readonly body: string
}

async function tryRole({ door, trial, faults }: Trying, procedure: ServedProcedure, role: TrialRole) {
  const fault = (words: string) => faults.push(`${procedure.name} as ${role.name}: ${words}`)
  const { actor } = role.resolved
  const isActing = actor.kind === "customer" && actor.impersonatedBy !== undefined
  // Staff who act as a customer change nothing that is the customer's own person's.
  const isRefusedActing = isActing && procedure.method !== "GET"
  const isEveryones = procedure.permit.kind === "everyone"
  const mayCall = isEveryones
    ? !isRefusedActing
    : role.resolved.actor.permissions.has(permissionOf(procedure))
  const call = (id: string | undefined, bodies = trial.foreignBodies) =>
    door.call(procedure, role, { id, body: bodies[procedure.name] })

  const kind = /^\/(.+?)\/\{/.exec(procedure.path)?.[1]
  if (kind === undefined) {
    const answer = await call(undefined)
    judgeEntrance(answer, { mayCall, role, fault })
    await tryForeignFilters({ door, trial, faults }, procedure, role)
    return { own: mayCall ? "yes" : "refused", other: "–" } as const
  }
  const subject = trial.subjects[kind]
  if (!subject) {
    fault(`the trial has nothing of the kind "${kind}" to name: add it to permission-subjects.ts.`)
    return { own: "–", other: "–" } as const
  }
  const ownId = role.reach === "all" ? (subject.staff ?? subject.own) : subject.own
  const missingId = likeButMissing(subject.foreign)
  const own = await call(ownId, trial.bodies)
  const other = await call(subject.foreign)
  const missing = await call(missingId)
  for (const answer of [own, other, missing]) judgeEntrance(answer, { mayCall, role, fault })
  const isSame =
    other.status === missing.status && other.body.replaceAll(subject.foreign, missingId) === missing.body
  if (!mayCall) {
    if (!isSame || own.body.replaceAll(ownId, missingId) !== missing.body) {
      fault("a refusal says whether the thing is there.")
    }
    return { own: "refused", other: "refused" } as const
  }
  if (own.status === 422) fault("its input was refused: give it a body in permission-subjects.ts.")
  if (missing.status < 400) fault(`a made-up id is answered with ${missing.status}.`)
  const isHere = role.tenant !== ELSEWHERE
  const isTheirsToo = !isHere && subject.isEveryShops === true
  const isOwnPersons = subject.isPersonal === true && actor.kind === "customer"
  const reachesOwn = isTheirsToo || (isHere && (role.reach !== "none" || isEveryones || isOwnPersons))
  const reachesOther =
    isTheirsToo || (isHere && (isEveryones || (role.reach === "all" && subject.staff === undefined)))
  if ((own.status !== 404) !== reachesOwn) fault(`its own thing is answered with ${own.status}.`)
  if (!reachesOther && !isSame) {
    fault(
      `somebody else's thing shows: ${other.status} ${other.body} against ${missing.status} ${missing.body}`,
    )
  }
  if (reachesOther && other.status === 404) fault("what it should reach is hidden from it.")
  return { own: reachesOwn ? "yes" : "hidden", other: reachesOther ? "yes" : "hidden" } as const
}

interface Judging {
  readonly mayCall: boolean
  readonly role: TrialRole
  readonly fault: (words: string) => void
}

function judgeEntrance(answer: Answer, { mayCall, role, fault }: Judging): void {
  if (answer.status >= 500) fault(`it broke: ${answer.status} ${answer.body}`)
  const refusal = role.resolved.actor.kind === "visitor" ? 401 : 403
  if (!mayCall && answer.status !== refusal) fault(`not refused, but ${answer.status}.`)
  if (mayCall && (answer.status === 401 || answer.status === 403)) fault(`refused with ${answer.status}.`)
}

/** A list narrowed to somebody else's account says the same as one narrowed to no account at all. */
async function tryForeignFilters(
  { door, trial, faults }: Trying,
  procedure: ServedProcedure,
  role: TrialRole,
) {
  const { accounts } = trial.subjects
  if (procedure.method !== "GET" || role.reach === "all" || !accounts) return
  if (!door.inputKeys(procedure).includes("accountId")) return
  const missing = likeButMissing(accounts.foreign)
  const [foreign, made] = await Promise.all(
    [accounts.foreign, missing].map((id) => door.call(procedure, role, { query: `?accountId=${id}` })),
  )
  if (
    foreign?.status !== made?.status ||
    foreign?.body.replaceAll(accounts.foreign, missing) !== made?.body
  ) {
    faults.push(`${procedure.name} as ${role.name}: a list tells somebody else's account from none.`)
  }
}

function permissionOf({ permit }: ServedProcedure): string {
  return permit.kind === "permission" ? permit.permission : ""
}

/** Of the same shape and length, and nobody's. */
function likeButMissing(id: string): string {
  const cut = id.indexOf("_") + 1
  return id.slice(0, cut) + "0".repeat(id.length - cut)
}
