import { type Context, within } from "#kit/context.ts"
import { loadQuantity } from "./load-quantity.ts"
import { quantityRefusals } from "./quantity-errors.ts"
import { restoreQuantity } from "./restore-quantity.ts"

/** Keep as many as now after all, as long as nobody has paid for the other number. */
export async function takeBackQuantity(ctx: Context, id: string): Promise<void> {
  const facts = await loadQuantity(ctx, within(ctx.actor), id, "update")
  if (!facts.bounds) quantityRefusals.refuse("billing.quantity_not_offered", { id })
  if (!facts.planned || facts.planned.isPaid) quantityRefusals.refuse("billing.quantity_not_planned", { id })
  await restoreQuantity(ctx, facts)
}
