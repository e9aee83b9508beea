import type { SeededRandom } from "#kit/work/seeded-random.ts"

/** What a seed makes of a sale: who buys and how, who dies, and what goes wrong outside. */
export interface SeedPlan {
  readonly workers: number
  readonly processes: { readonly chance: number; readonly most: number }
  readonly outside: readonly OutsideFault[]
  readonly buyers: readonly Buyer[]
}

export interface OutsideFault {
  readonly standIn: "card" | "virtfusion"
  readonly call: string
  readonly fault: string
  readonly remaining: number
}

export interface Buyer {
  /** Refused, before another one is tried. */
  readonly firstCard: "no-money" | "challenge-refused" | undefined
  readonly card: "approved" | "challenge"
  /** Whether the browser returns to the shop, which then asks the gateway itself. */
  readonly comesBack: boolean
  /** False: the next buyer comes while this one's order is still open. */
  readonly isSettledAlone: boolean
}

/**
 * Those that take no real time. Time-outs look the same to us as a connection that breaks: nobody knows whether
 * it was done.
 */
const callFaults = [
  "reset",
  "reset_after_success",
  "error_500",
  "error_500_after_success",
  "garbage",
  "garbage_after_success",
  "rate_limit",
] as const

const calls = [
  ["card", "checkouts.create"],
  ["card", "checkouts.read"],
  ["card", "checkouts.find"],
  ["virtfusion", "users.get"],
  ["virtfusion", "users.create"],
  ["virtfusion", "servers.create"],
  ["virtfusion", "servers.list-of-user"],
  ["virtfusion", "servers.build"],
  ["virtfusion", "servers.get"],
] as const

const noticeFaults = ["notice_lost", "notice_duplicate", "notice_delayed", "notice_forged"] as const

const MOST_OUTSIDE_FAULTS = 2
/**
 * The way out tries a call three times by itself: this outlasts it, so that the work must find its way. A call that
 * fails five times in a row would rightly be put in front of a person.
 */
const MOST_TIMES = 3
const MOST_PROCESS_FAULTS = 3

export function planSeed(random: SeededRandom): SeedPlan {
  const pick = <Item>(items: readonly Item[]): Item => items[random.below(items.length)] as Item
  const outside: OutsideFault[] = []
  for (let count = random.below(MOST_OUTSIDE_FAULTS + 1); count > 0; count--) {
    const [standIn, call] = pick(calls)
    if (outside.some((known) => known.call === call)) continue
    outside.push({ standIn, call, fault: pick(callFaults), remaining: 1 + random.below(MOST_TIMES) })
  }
  if (random.happens(0.3)) {
    outside.push({ standIn: "card", call: "notices.send", fault: pick(noticeFaults), remaining: 1 })
  }
  const buyers = Array.from(
    { length: random.happens(0.15) ? 2 : 1 },
    (): Buyer => ({
      firstCard: random.happens(0.05) ? pick(["no-money", "challenge-refused"] as const) : undefined,
      card: random.happens(0.1) ? "challenge" : "approved",
      comesBack: random.happens(0.6),
      isSettledAlone: random.happens(0.5),
    }),
  )
  return {
    workers: 1 + random.below(3),
    processes: { chance: pick([0.01, 0.03, 0.08]), most: MOST_PROCESS_FAULTS },
    outside,
    buyers,
  }
}
