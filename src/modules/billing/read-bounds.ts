import type { QuantityBounds } from "./quantity.ts"
import { quantityRefusals } from "./quantity-errors.ts"

/** Between which a customer may choose, as staff sent it: the smaller one first. */
export function readBounds(sent: QuantityBounds | null | undefined): QuantityBounds | null {
  if (!sent) return null
  if (sent.least <= sent.most) return sent
  return quantityRefusals.refuse("billing.quantity_bounds_wrong", {}, { field: "quantityBounds/least" })
}
