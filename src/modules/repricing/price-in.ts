import { type PricePart, withChosen } from "#billing"
import type { PlanVersion } from "#catalog"
import { type Money, money } from "#kit/money.ts"

/** What one piece costs in that version, by cycle and currency: what was chosen beside the plan keeps its price. */
export function priceIn(
  version: PlanVersion,
  one: { readonly cycle: string; readonly unit: Money; readonly parts?: readonly PricePart[] },
): { readonly id: string; readonly unit: Money } | undefined {
  const { cycle, unit, parts = [] } = one
  const found = version.prices.find((price) => price.cycle === cycle && price.currency === unit.currency)
  return found && { id: found.id, unit: withChosen(money(found.amountMinor, found.currency), parts) }
}
