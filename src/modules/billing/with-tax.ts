import { add, type Money, takeRateHalfUp } from "#kit/money.ts"
import type { TaxSettings } from "./plan-document.ts"

/** An amount as a price is shown, as it is paid: with the tax, where that comes on top. */
export function withTax(amount: Money, settings: TaxSettings): Money {
  return settings.taxIncluded ? amount : add(amount, takeRateHalfUp(amount, settings.taxRate))
}
