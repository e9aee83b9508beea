import { type Money, money, subtract } from "#kit/money.ts"
import { caseOf, type Need, type PriceRule } from "./price-rules.ts"

/** What becomes of an agreement whose customer does not agree: decided before, and told with the question. */
export const withoutConsents = ["keep", "end"] as const
export type WithoutConsent = (typeof withoutConsents)[number]

/** "same": its price stays, and nobody hears of it. What costs nothing yet for a coupon's sake, and more after, is not that. */
export const directions = ["more", "less", "same"] as const
export type Direction = (typeof directions)[number]

/** Why an agreement can't be moved; null where it can. */
export const hindrances = ["no_price", "already_there", "no_coming_time", "under_way", "free"] as const
export type Hindrance = (typeof hindrances)[number]

export interface RepricingFacts {
  readonly today: Temporal.PlainDate
  /** From the first time that begins on or after this day. */
  readonly fromOn: Temporal.PlainDate
  readonly rule: PriceRule
  readonly isBusiness: boolean
  /** Of one piece and cycle, before discounts; null: the version has no price for its cycle and currency. */
  readonly before: Money
  readonly after: Money | null
  /** It stands on that version already, at that price. */
  readonly isThere: boolean
  /** Another change is under way for it. */
  readonly isUnderWay: boolean
  /** The first day of the next time that is not paid yet, and of those after it. */
  readonly startOf: (ahead: number) => Temporal.PlainDate
  /** Staff give it for nothing: a time that begins on that day is not paid for. */
  readonly isFreeOn: (day: Temporal.PlainDate) => boolean
  /** What that time costs for all pieces, after discounts, as it is paid. */
  readonly priceOf: (ahead: number, unit: Money) => Money
}

export interface Repricing {
  readonly need: Need
  readonly direction: Direction
  /** What its first time at the other price costs, and would have cost. */
  readonly before: Money
  readonly after: Money
  readonly difference: Money
  /** The first day at the other price. */
  readonly firstOn: Temporal.PlainDate
  /** On which day its customer is asked or told. */
  readonly tellOn: Temporal.PlainDate
  /** The last day on which an answer counts: the day before. */
  readonly answerBy: Temporal.PlainDate
}

export type RepricingPlan = Repricing | { readonly hindrance: Hindrance }

/** A daily cycle is looked at for three years; what begins later is nobody's plan. */
const MOST_AHEAD = 1_100
/** About as long as a year's agreement waits for its next time. */
const LONGEST_FREE = { days: 400 }

/** Who pays what from when, whether they must agree or be told, and by when. Nothing is written. */
export function planRepricing(facts: RepricingFacts): RepricingPlan {
  const { today, fromOn, rule, isBusiness, before, after } = facts
  if (!after) return { hindrance: "no_price" }
  if (facts.isThere) return { hindrance: "already_there" }
  if (facts.isUnderWay) return { hindrance: "under_way" }
  const { need, leastDays, mostDays } = caseOf(rule, { isBusiness, before, after })
  const soonest = later(fromOn, today.add({ days: leastDays }))
  const next = findAhead(facts.startOf, soonest)
  if (next === undefined) return { hindrance: "no_coming_time" }
  const ahead = isSameUnit(before, after) ? next : findPaid(facts, next, soonest)
  if (ahead === undefined) return { hindrance: "free" }
  const firstOn = facts.startOf(ahead)
  const [old, other] = [facts.priceOf(ahead, before), facts.priceOf(ahead, after)]
  const difference = subtract(other, old)
  return {
    need,
    direction: directionOf(difference.minor || after.minor - before.minor),
    before: old,
    after: other,
    difference,
    firstOn,
    tellOn: later(today, firstOn.subtract({ days: mostDays })),
    answerBy: firstOn.subtract({ days: 1 }),
  }
}

function directionOf(difference: bigint): Direction {
  return difference > 0n ? "more" : difference < 0n ? "less" : "same"
}

/** By how many percent it is more, rounded up: 900 for one zero too many. What was free has no such figure. */
export function risePercent({ before, after }: Pick<Repricing, "before" | "after">): number {
  if (before.minor === 0n) return 0
  const difference = after.minor - before.minor
  return difference <= 0n ? 0 : Number((difference * 100n + before.minor - 1n) / before.minor)
}

export function nothingOf(currency: Money["currency"]): Money {
  return money(0n, currency)
}

function findAhead(startOf: RepricingFacts["startOf"], soonest: Temporal.PlainDate): number | undefined {
  for (let ahead = 0; ahead < MOST_AHEAD; ahead++) {
    if (Temporal.PlainDate.compare(startOf(ahead), soonest) >= 0) return ahead
  }
  return undefined
}

/**
 * The first time from there on that is paid for: nobody pays another price for what is free, and nobody is asked about it
 * before. What stays free for longer than this is left as it is, for the change would be under way all the while.
 */
function findPaid(facts: RepricingFacts, from: number, soonest: Temporal.PlainDate): number | undefined {
  const last = soonest.add(LONGEST_FREE)
  for (let ahead = from; ahead < MOST_AHEAD; ahead++) {
    const start = facts.startOf(ahead)
    if (!facts.isFreeOn(start)) return ahead
    if (Temporal.PlainDate.compare(start, last) > 0) return undefined
  }
  return undefined
}

function isSameUnit(one: Money, other: Money): boolean {
  return one.minor === other.minor
}

function later(first: Temporal.PlainDate, second: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(first, second) >= 0 ? first : second
}
