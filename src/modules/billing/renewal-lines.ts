import { isSame, subtract, times } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { DocumentLineInput } from "./document.ts"
import { factsOfPrice, SHARE_RULE, writeShare } from "./line-rule.ts"
import { nameDiscount } from "./loyalty.ts"
import { nextStart } from "./pause.ts"
import { MOST_LINES } from "./payment-request.ts"
import { dayAfter, later } from "./period.ts"
import { alignStart } from "./plan-alignment.ts"
import { type DayShare, type KeptDiscount, priceCycle, priceCycles, spareShort } from "./price-cycles.ts"
import { nameParts, writeParts } from "./price-parts.ts"
import { sayTurns } from "./say-cycles.ts"
import type { RunningSubscription } from "./subscription.ts"
import { dueDayOf } from "./unpaid-trial.ts"

export interface Stretch {
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
  /** The day that its end is counted from, and how many cycles were paid before that day. */
  readonly anchorOn: Temporal.PlainDate
  readonly anchorNumber: number
  /** Its first turn is a short one, up to the account's billing day: so many of its days. */
  readonly share: DayShare | null
}

type Counted = Pick<
  RunningSubscription,
  | "anchorOn"
  | "anchorNumber"
  | "cycle"
  | "periodNumber"
  | "periodEnd"
  | "pauseFrom"
  | "pauseUntil"
  | "billingDay"
>

/** The days that so many further cycles cover: from where the paid time or a pause ends, counted from the anchor. */
export function planStretch(one: Counted, cycles: number): Stretch {
  const start = nextStart(one)
  const aligned = alignStart(one, start)
  if (aligned) {
    const { anchorOn, share } = aligned
    const short = share ? 1 : 0
    const end = dayAfter(anchorOn, one.cycle, cycles - short)
    return { start, end, anchorOn, anchorNumber: one.periodNumber + short, share }
  }
  // After days that nobody paid for it begins anew.
  const isAnew = !start.equals(one.periodEnd)
  const anchorOn = isAnew ? start : one.anchorOn
  const anchorNumber = isAnew ? one.periodNumber : one.anchorNumber
  const end = dayAfter(anchorOn, one.cycle, one.periodNumber - anchorNumber + cycles)
  return { start, end, anchorOn, anchorNumber, share: null }
}

/** One line per subscription, in the customer's language. Recomputing unit × quantity gives its amount. */
export function planRenewalLines(
  subscriptions: readonly RunningSubscription[],
  cycles: number,
  language: Language,
): DocumentLineInput[] {
  return subscriptions.map((one) => {
    const { start, end, share } = planStretch(one, cycles)
    const { codes, ...price } = share
      ? priceShort(one, { cycles, share, language })
      : priceStretch(one, cycles, language)
    return {
      words: `${one.words[language]}${nameParts(one.parts, language)} (${[sayTurns(one.cycle, { cycles, share }, language), ...codes].join(", ")})`,
      planId: one.planId,
      priceId: one.priceId,
      cycle: one.cycle,
      ...price,
      periodStart: start,
      periodEnd: end,
      subscriptionId: one.id,
      cycles,
    }
  })
}

/** Up to the account's billing day: the first turn by its days, any others whole. As one price of one piece. */
function priceShort(
  given: RunningSubscription,
  {
    cycles,
    share,
    language,
  }: { readonly cycles: number; readonly share: DayShare; readonly language: Language },
) {
  const one = spareShort(given, given.periodNumber)
  const { periodNumber, discounts } = one
  const first = priceCycle(one, periodNumber)
  const unit = priceCycles(one, periodNumber, cycles, share)
  const list = priceCycles({ ...one, discounts: [] }, periodNumber, cycles, share)
  const ids = new Set(first.steps.filter(({ amount }) => amount.minor > 0n).map(({ id }) => id))
  const codes = namesOf(discounts, ids, language)
  const { facts } = factsOfPrice({ list, unit, codes })
  const whole = priceCycles(one, periodNumber, cycles)
  const shared = writeShare({ whole: first.charged, rest: subtract(whole, first.charged), ...share })
  return { unit, quantity: BigInt(one.quantity), rule: SHARE_RULE, codes, facts: { ...facts, ...shared } }
}

/** By the cycle where each costs the same; where a coupon ends on the way, all of them together. */
function priceStretch(one: RunningSubscription, cycles: number, language: Language) {
  const each = Array.from({ length: cycles }, (_, index) => priceCycle(one, one.periodNumber + index))
  const [first] = each
  if (!first) throw new RangeError("A stretch of no cycle.")
  const isEven = each.every(({ charged }) => isSame(charged, first.charged))
  const list = isEven ? one.unit : times(one.unit, BigInt(cycles))
  const unit = isEven ? first.charged : priceCycles(one, one.periodNumber, cycles)
  const quantity = BigInt(one.quantity) * (isEven ? BigInt(cycles) : 1n)
  const ids = new Set(
    each.flatMap(({ steps }) => steps.filter(({ amount }) => amount.minor > 0n).map(({ id }) => id)),
  )
  const codes = namesOf(one.discounts, ids, language)
  const rule = cycles === 1 ? "subscription price × quantity" : "subscription price × quantity × cycles"
  const parts = writeParts(one.parts, isEven ? 1 : cycles)
  return { unit, quantity, rule, codes, ...factsOfPrice({ list, unit, codes, parts }) }
}

function namesOf(discounts: readonly KeptDiscount[], ids: ReadonlySet<string>, language: Language): string[] {
  return discounts.filter(({ id }) => ids.has(id)).map((one) => nameDiscount(one, language))
}

/** All renewals of one account and currency go onto one request, as long as they are paid the same way and there is room. */
export function groupRenewals(subscriptions: readonly RunningSubscription[]): RunningSubscription[][] {
  const groups = Map.groupBy(subscriptions, keyOfGroup)
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / MOST_LINES) }, (_, index) =>
      group.slice(index * MOST_LINES, (index + 1) * MOST_LINES),
    ),
  )
}

/** Whose, in which currency, and paid how. */
export function keyOfGroup({ accountId, unit, collection, methodId }: RunningSubscription): string {
  return `${accountId} ${unit.currency} ${collection} ${methodId}`
}

/** Due on the last usable day of whichever ends first; of what is over already, today. */
export function planDueDay(
  subscriptions: readonly Pick<
    RunningSubscription,
    "periodEnd" | "pauseFrom" | "pauseUntil" | "periodNumber" | "trialUntil" | "collection"
  >[],
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const days = subscriptions.map(dueDayOf).sort(Temporal.PlainDate.compare)
  return later(days[0] ?? today, today)
}
