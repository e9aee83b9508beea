import { type Context, type Reach, within } from "#kit/context.ts"
import { orderRefusals } from "./errors.ts"
import { findOpenChange } from "./find-open-change.ts"
import { withdrawPlanned } from "./withdraw-planned.ts"

/** The plan stays as it is: until the next time is paid by the other plan's price. */
export async function takeBackPlanned(
  ctx: Context,
  serviceId: string,
  reach: Reach = within(ctx.actor),
): Promise<void> {
  const open = await findOpenChange(ctx, reach, { serviceId }, "update")
  if (open?.state !== "planned" || open.paidOn !== null) {
    return orderRefusals.refuse("orders.nothing_planned", { serviceId })
  }
  await withdrawPlanned(ctx, open)
}
