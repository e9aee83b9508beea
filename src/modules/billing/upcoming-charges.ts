import { type Money, times } from "#kit/money.ts"
import { isFreeFrom } from "./free-time.ts"
import { nextStart } from "./pause.ts"
import { lastDayOf, later } from "./period.ts"
import { priceCycles, spareShort } from "./price-cycles.ts"
import { planStretch } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"
import { dueDayOf } from "./unpaid-trial.ts"

export interface UpcomingCharge {
  readonly subscription: RunningSubscription
  /** When it is to be paid at the latest. */
  readonly dueOn: Temporal.PlainDate
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
  /** As its price is shown: with or without the tax. */
  readonly amount: Money
}

/** More than a daily cycle's year has no reader. */
const MOST_EACH = 370

/** What will be asked for within so many months if nothing changes, in the order of its days. */
export function listUpcoming(
  subscriptions: readonly RunningSubscription[],
  today: Temporal.PlainDate,
  months = 12,
): UpcomingCharge[] {
  const until = today.add({ months })
  const charges = subscriptions
    .filter((one) => !one.cancelAtEnd && one.unit.minor > 0n)
    .flatMap((one) => chargesOf(one, today, until))
  return charges.sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
}

function chargesOf(
  one: RunningSubscription,
  today: Temporal.PlainDate,
  until: Temporal.PlainDate,
): UpcomingCharge[] {
  const charges: UpcomingCharge[] = []
  const { share: firstShare } = planStretch(one, 1)
  const priced = firstShare ? spareShort(one, one.periodNumber) : one
  let start = nextStart(one)
  for (let ahead = 0; ahead < MOST_EACH; ahead++) {
    const { end } = planStretch(one, ahead + 1)
    if (Temporal.PlainDate.compare(start, until) > 0) break
    if (isFreeFrom(one, start)) {
      start = end
      continue
    }
    charges.push({
      subscription: one,
      dueOn: later(ahead === 0 ? dueDayOf(one) : lastDayOf(start), today),
      start,
      end,
      amount: times(
        priceCycles(priced, one.periodNumber + ahead, 1, ahead === 0 ? firstShare : null),
        BigInt(one.quantity),
      ),
    })
    start = end
  }
  return charges
}
