import { type Money, money, sum, times } from "#kit/money.ts"
import { isWaived, nextCharge } from "./next-charge.ts"
import { nextStart } from "./pause.ts"
import { lastDayOf } from "./period.ts"
import { type DayShare, priceCycle } from "./price-cycles.ts"
import { planStretch } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"

/** What one billing day makes of the next time of one agreement. */
export interface AlignedTime {
  readonly one: RunningSubscription
  readonly start: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
  /** How many days of a whole turn it has; null: it is on that day already, or is not counted in months. */
  readonly share: DayShare | null
  /** A whole turn, and what is asked for this one: as prices are shown. */
  readonly whole: Money
  readonly charge: Money
  /** Less than a gateway takes: given. */
  readonly isWaived: boolean
}

/** The preview is the plan: the same rows, with that day. */
export function planBillingDay(
  subscriptions: readonly RunningSubscription[],
  billingDay: number | null,
): { readonly times: AlignedTime[]; readonly totals: Money[] } {
  const aligned = subscriptions
    .filter((one) => !one.cancelAtEnd)
    .map((one) => alignedTime({ ...one, billingDay }))
  const byCurrency = Map.groupBy(aligned, ({ charge }) => charge.currency)
  const totals = [...byCurrency].map(([currency, times]) =>
    sum(
      currency,
      times.map(({ charge, isWaived: isGiven }) => (isGiven ? money(0n, currency) : charge)),
    ),
  )
  return { times: aligned, totals }
}

function alignedTime(one: RunningSubscription): AlignedTime {
  const { end, share } = planStretch(one, 1)
  const charge = nextCharge(one)
  return {
    one,
    start: nextStart(one),
    lastDay: lastDayOf(end),
    share,
    whole: times(priceCycle(one, one.periodNumber).charged, BigInt(one.quantity)),
    charge,
    isWaived: share !== null && isWaived(one, charge),
  }
}
