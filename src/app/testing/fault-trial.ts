import { createSeededRandom, type SeededRandom } from "#kit/work/seeded-random.ts"
import { type CallKind, findCallKinds } from "./call-kinds.ts"
import { type Company, openCompany } from "./company.ts"
import { type FaultBooks, openFaultBooks } from "./fault-books.ts"
import { type JourneyName, journeyNames, journeys, type PhaseName } from "./fault-journeys.ts"

/** What can become of one call. "after" means: done there, and only the answer is lost. */
export const faultShapes = [
  "timeout_after_success",
  "reset_after_success",
  "error_500_after_success",
  "garbage_after_success",
  "timeout",
  "reset",
  "error_500",
  "garbage",
  "slow",
  "rate_limit",
] as const
export type FaultShape = (typeof faultShapes)[number]

/** A kind of call and where it is made. */
export interface Target extends CallKind {
  readonly journey: JourneyName
  readonly phases: readonly PhaseName[]
  /** A look-up that is only made after another call failed: that one must fail first. */
  readonly provokedBy?: { readonly target: Target; readonly fault: FaultShape; readonly hits: number }
}

export interface TrialWish {
  readonly target: Target
  readonly fault: FaultShape
  /** How many calls in a row; "for good" until a person has been asked for, who then finds it working again. */
  readonly hits: number | "for good"
}

export interface TrialResult {
  /** What is wrong afterwards, in words; nothing when all is as it should be. */
  readonly wrong: readonly string[]
  /** Calls that were spoilt. */
  readonly strikes: number
  /** Work that a person was asked to look at. */
  readonly people: number
}

/** One company that lives through many faults, one journey after the other. */
export interface FaultTrial extends AsyncDisposable {
  readonly company: Company
  /** Lives each journey once with nothing going wrong: what it calls is what there is to spoil. */
  survey(): Promise<Target[]>
  play(wish: TrialWish): Promise<TrialResult>
  /** Kinds of calls that no survey and no trial of this company had shown before. */
  takeNewTargets(): Target[]
  /** Of the whole house; the words of what is broken. */
  checkPromises(): Promise<string[]>
}

/** An answer takes milliseconds here; a machine that is busy otherwise still answers within this. */
const CALL_TIMEOUT_MS = 700
const STEP_TIMEOUT_SECONDS = 5
const SLOW_MS = 150
/** More than a call waits itself: the work is parked until then. */
const RETRY_AFTER_MS = 5_000
const LONG_RETRY_AFTER_MS = 600_000
const FOR_GOOD = 1_000_000
/** A call is made so often before its work looks what has become of it. */
const TRIES_OF_A_CALL = 3
const MOST_ROUNDS = 5
const WHILE_IT_RECOVERS = { hours: 1 }
/** Until a step that fails for good has given up; the longest go on for some seven hours. */
const UNTIL_GIVEN_UP = { hours: 12 }

export async function openFaultTrial(options: {
  readonly clusterUrl: string
  readonly seed: number
  /** What an earlier company has shown to be there. */
  readonly known?: readonly Target[]
}): Promise<FaultTrial> {
  await using opening = new AsyncDisposableStack()
  const company = opening.use(
    await openCompany({
      clusterUrl: options.clusterUrl,
      player: {
        kind: "memory",
        seed: options.seed,
        callTimeoutMs: CALL_TIMEOUT_MS,
        callTimeoutSeconds: STEP_TIMEOUT_SECONDS,
      },
    }),
  )
  const books = opening.use(openFaultBooks(company.at.ownerUrl))
  const house: House = {
    company,
    books,
    random: createSeededRandom(options.seed),
    known: new Map((options.known ?? []).map((target) => [nameTarget(target), target])),
    fresh: [],
    strange: new Set(),
  }
  const closing = opening.move()
  return {
    company,
    survey: () => survey(house),
    play: (wish) => play(house, wish),
    takeNewTargets: () => house.fresh.splice(0),
    checkPromises: () =>
      company.checkInvariants().then(
        () => [],
        (error: unknown) => [wordsOf(error)],
      ),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

interface House {
  readonly company: Company
  readonly books: FaultBooks
  readonly random: SeededRandom
  readonly known: Map<string, Target>
  readonly fresh: Target[]
  /** Calls of a shape that no stand-in knows. */
  readonly strange: Set<string>
}

async function survey(house: House): Promise<Target[]> {
  for (const journey of journeyNames) {
    const phase = async (name: PhaseName, act: () => Promise<void>) => {
      await act()
      await house.company.settle()
      await noteCalls(house, (kind) => ({ ...kind, journey, phases: [name] }))
    }
    const wrong = await journeys[journey]({ ...house, comesBack: true, mayExpire: false, phase })
    if (wrong.length > 0) throw new Error(`Nothing was spoilt, and yet ${wrong.join("; ")}.`)
  }
  house.fresh.length = 0
  return [...house.known.values()]
}

async function play(house: House, wish: TrialWish): Promise<TrialResult> {
  const { books } = house
  const before = await books.count()
  const seen: Seen = { strikes: 0, people: 0 }
  const wrong = await journeys[wish.target.journey]({
    ...house,
    comesBack: house.random.happens(0.5),
    mayExpire: wish.hits === "for good",
    phase: (name, act) => playPhase(house, { wish, seen, name, act }),
  }).catch((error: unknown) => [wordsOf(error)])
  const after = await books.count()
  if (seen.strikes === 0) wrong.push("the fault never struck")
  if (after.strangeMachines > before.strangeMachines) wrong.push("a machine stands there that nobody ordered")
  if (after.repeatedMails > before.repeatedMails) wrong.push("a mail was sent twice")
  if (after.people > before.people) wrong.push(`stuck at the end: ${await house.company.describeWork()}`)
  if (wish.hits !== "for good" && seen.people > 0) wrong.push(`a person was asked: ${seen.why}`)
  if (house.strange.size > 0) wrong.push(`no stand-in knows ${[...house.strange].join(", ")}`)
  return { wrong, strikes: seen.strikes, people: seen.people }
}

interface Seen {
  strikes: number
  people: number
  why?: string
}

interface PlayedPhase {
  readonly wish: TrialWish
  readonly seen: Seen
  readonly name: PhaseName
  readonly act: () => Promise<void>
}

/** The fault lies in wait before the phase begins; what it has not used up is taken away when all is at rest. */
async function playPhase(house: House, { wish, seen, name, act }: PlayedPhase): Promise<void> {
  const { company, books } = house
  const { target, fault, hits } = wish
  const isHere = target.phases.includes(name)
  const peopleBefore = (await books.count()).people
  const { provokedBy } = target
  if (isHere && provokedBy) await spoil(company, provokedBy.target, provokedBy.fault, provokedBy.hits)
  if (isHere) await spoil(company, target, fault, hits === "for good" ? FOR_GOOD : hits)
  await act()
  await company.settle({ within: hits === "for good" ? UNTIL_GIVEN_UP : WHILE_IT_RECOVERS })
  await noteCalls(house, (kind) => ({
    ...kind,
    journey: target.journey,
    phases: [name],
    provokedBy: { target, fault, hits: hits === "for good" ? TRIES_OF_A_CALL : hits },
  }))
  if (!isHere) return
  const unused = [...(await company.clearFaults("card")), ...(await company.clearFaults("virtfusion"))]
  const left = unused.find(({ call }) => call === target.call)?.remaining ?? 0
  seen.strikes += (hits === "for good" ? FOR_GOOD : hits) - left
  const people = (await books.count()).people - peopleBefore
  seen.people += people
  if (people > 0) seen.why = await company.describeWork()
  await mend(company, hits)
}

/** What a person does who reads the operations list once the other side works again. */
async function mend(company: Company, hits: TrialWish["hits"]): Promise<void> {
  const { operations } = company.operator.api
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { items } = await operations.list({ state: ["stuck"], limit: 100 })
    const stuck = items.filter(({ can }) => can.retry)
    if (stuck.length === 0 && hits !== "for good") return
    for (const { id } of stuck) await operations.retry({ id })
    await company.settle({ within: WHILE_IT_RECOVERS })
    if (stuck.length === 0) return
  }
}

function spoil(
  company: Company,
  { standIn, call }: CallKind,
  fault: FaultShape,
  remaining: number,
): Promise<void> {
  const isForGood = remaining === FOR_GOOD
  const limitMs = isForGood ? LONG_RETRY_AFTER_MS : RETRY_AFTER_MS
  return company.fault(standIn, {
    call,
    fault,
    remaining,
    delayMs: fault === "rate_limit" ? limitMs : SLOW_MS,
  })
}

async function noteCalls(house: House, describe: (kind: CallKind) => Target): Promise<void> {
  for (const made of await house.books.takeCalls()) {
    const kinds = findCallKinds(made)
    if (kinds.length === 0) house.strange.add(`${made.method} ${made.path}`)
    for (const kind of kinds) noteTarget(house, describe(kind))
  }
}

function noteTarget(house: House, target: Target): void {
  const name = nameTarget(target)
  const known = house.known.get(name)
  if (!known) house.fresh.push(target)
  // The phases of the journey in which it was first seen; in others it is the same call.
  const isElsewhere = known && (known.provokedBy || known.journey !== target.journey)
  if (known && (isElsewhere || target.provokedBy)) return
  house.known.set(name, { ...target, phases: [...new Set([...(known?.phases ?? []), ...target.phases])] })
}

export function nameTarget({ standIn, call }: CallKind): string {
  return `${standIn} ${call}`
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
