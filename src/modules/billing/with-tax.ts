import { add, type Money, subtract, takeRateHalfUp, taxInsideHalfUp } from "#kit/money.ts"
import { isSameRate } from "#tax"
import type { TaxSettings } from "./plan-document.ts"

/** An amount as a price is shown, as it is paid: with the tax, where that comes on top or is another than it holds. */
export function withTax(
  amount: Money,
  settings: Pick<TaxSettings, "taxIncluded" | "taxRate" | "insideRate">,
): Money {
  const { taxIncluded, taxRate, insideRate = taxRate } = settings
  if (!taxIncluded) return add(amount, takeRateHalfUp(amount, taxRate))
  if (isSameRate(taxRate, insideRate)) return amount
  const net = subtract(amount, taxInsideHalfUp(amount, insideRate))
  return add(net, takeRateHalfUp(net, taxRate))
}
