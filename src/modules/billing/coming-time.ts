import { type Money, money, times } from "#kit/money.ts"
import { isFreeFrom } from "./free-time.ts"
import { nextStart } from "./pause.ts"
import { priceCycle, spareShort } from "./price-cycles.ts"
import { planStretch } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"

/** The first day of a time that is not paid yet: of the next one 0, of the one after it 1. */
export function comingStart(one: RunningSubscription, ahead: number): Temporal.PlainDate {
  return ahead === 0 ? nextStart(one) : planStretch(one, ahead).end
}

/**
 * What that time costs for all its pieces, as prices are shown; by another price of one piece, where one is named. What
 * staff give for nothing costs nothing by any price, as long as it begins in those days.
 */
export function comingPrice(one: RunningSubscription, ahead: number, unit: Money = one.unit): Money {
  if (isFreeFrom(one, comingStart(one, ahead))) return money(0n, unit.currency)
  const priced = planStretch(one, 1).share ? spareShort(one, one.periodNumber) : one
  const { charged } = priceCycle({ ...priced, unit }, one.periodNumber + ahead)
  return times(charged, BigInt(one.quantity))
}
