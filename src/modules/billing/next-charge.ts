import { type Money, money, times } from "#kit/money.ts"
import { isFreeFrom } from "./free-time.ts"
import { gatewayLeast } from "./gateway-least.ts"
import { nextStart } from "./pause.ts"
import { priceCycles } from "./price-cycles.ts"
import { planStretch } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"

/**
 * What its next time costs, all pieces, as prices are shown: a turn cut short by the billing day by its days, and one
 * that staff gave for nothing, nothing.
 */
export function nextCharge(one: RunningSubscription): Money {
  if (isFreeFrom(one, nextStart(one))) return money(0n, one.unit.currency)
  const { share } = planStretch(one, 1)
  return times(priceCycles(one, one.periodNumber, 1, share), BigInt(one.quantity))
}

/** Nothing is asked for it: it costs nothing, or is a turn cut short to less than a gateway takes. */
export function isWaived(one: RunningSubscription, charge: Money): boolean {
  if (charge.minor === 0n) return true
  return charge.minor < gatewayLeast(charge.currency).minor && planStretch(one, 1).share !== null
}
