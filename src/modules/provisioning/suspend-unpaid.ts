import type { Context } from "#kit/context.ts"
import { everything, lockService } from "./queries.ts"
import { suspendService } from "./suspend-service.ts"

/** Nobody has paid for it. What is not built yet, or is to go anyway, is left as it is. */
export async function suspendUnpaid(ctx: Context, serviceId: string): Promise<void> {
  const { state, desired } = await lockService(ctx, everything, serviceId)
  if (state === "ended" || desired === "ended" || desired === "none") return
  await suspendService(ctx, serviceId, "unpaid")
}
