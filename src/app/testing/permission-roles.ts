import type { Resolved } from "#identity"
import { actorFromImpersonation, actorFromSession, memberRoles } from "#identity/testing"
import type { Actor } from "#kit/context.ts"
import type { Company } from "./company.ts"
import type { TrialCompany } from "./permission-subjects.ts"

/** Somebody who calls: what they hold, whose shop they call, and what of it they should reach. */
export interface TrialRole {
  readonly name: string
  readonly tenant: string
  readonly resolved: Resolved
  readonly reach: "none" | "own" | "all"
}

export const ELSEWHERE = "ten_elsewhere"

/** Nobody, each role of a member, each of staff, keys that were given nothing, and the staff of another shop. */
export function listTrialRoles({ own }: TrialCompany, company: Company): TrialRole[] {
  const person = { name: "Trial", email: own.email, language: "en" } as const
  // They have just come in and shown who they are: what is refused is refused for what they may not do.
  const session = { sessionId: "ses_trial", isProved: true }
  const base = { ...person, ...session, personId: own.personId }
  const accountId = own.accountId ?? ""
  const as = (actor: Actor, by: Resolved["by"] = "cookie"): Resolved => ({ actor, by, person })
  const { tenant } = company
  const { personId } = company.operator
  const operator = { ...person, ...session, personId, staffRole: "operator", memberships: [] }
  const staff = actorFromSession({ ...operator, isRootStaff: true })
  const staffElsewhere = actorFromSession(operator)
  return [
    { name: "visitor", tenant, resolved: { actor: nobody, by: "nothing", person: null }, reach: "none" },
    ...memberRoles.map((role) => ({
      name: role,
      tenant,
      resolved: as(actorFromSession({ ...base, staffRole: null, memberships: [{ accountId, role }] })),
      reach: "own" as const,
    })),
    {
      name: "bare key",
      tenant,
      resolved: as(
        {
          kind: "customer",
          personId: own.personId,
          apiKeyId: "key_trial",
          accountIds: [accountId],
          permissions: new Set(),
        },
        "key",
      ),
      reach: "own",
    },
    {
      name: "no account",
      tenant,
      resolved: as(actorFromSession({ ...base, staffRole: null, memberships: [] })),
      reach: "none",
    },
    { name: "acting", tenant, resolved: as(actAsCustomer(staff, { ...base, accountId })), reach: "own" },
    { name: "staff", tenant, resolved: as(staff), reach: "all" },
    { name: "elsewhere", tenant: ELSEWHERE, resolved: as(staffElsewhere), reach: "none" },
  ]
}

type Customer = { personId: string; name: string; email: string; language: "en"; accountId: string }

/** Staff acting as the account's owner. */
function actAsCustomer(staff: Actor, customer: Customer): Actor {
  const { accountId, ...person } = customer
  const memberships = [{ accountId, role: "owner" as const }]
  const now = Temporal.Instant.from("2026-01-01T00:00:00Z")
  const facts = {
    ...person,
    accountId,
    memberships,
    staffRole: null,
    impersonationId: "imp_trial",
    staffPersonId: staff.kind === "staff" ? staff.personId : "",
    expiresAt: now.add({ minutes: 1 }).toString(),
    endedAt: null,
  }
  const acting = actorFromImpersonation(facts, staff, now)
  if (!acting) throw new Error("The trial's staff may not act as a customer.")
  return acting
}

const nobody: Actor = { kind: "visitor", permissions: new Set() }
