import { type Context, within } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { billingRefusals } from "./errors.ts"
import { getPaymentRequest } from "./queries.ts"
import { withdrawRequest } from "./withdraw-request.ts"

/** By staff: not while somebody is paying it. */
export async function withdrawOpenRequest(
  ctx: Context,
  wish: { readonly id: string; readonly reason: string },
): Promise<void> {
  const reach = within(ctx.actor)
  const { id } = await getPaymentRequest(ctx, reach, wish.id, "update")
  if ((await listReferencesBeingPaid(ctx, reach, [id])).has(id)) {
    billingRefusals.refuse("billing.request_being_paid", { id })
  }
  await withdrawRequest(ctx, reach, wish)
}
