import type { Context } from "#kit/context.ts"
import { everything, lockService } from "./queries.ts"
import { unsuspendService } from "./unsuspend-service.ts"

/** The money came: it runs again, unless another reason keeps it. */
export async function restorePaid(ctx: Context, serviceId: string): Promise<void> {
  const { state, desired, suspensionReasons } = await lockService(ctx, everything, serviceId)
  if (state === "ended" || desired === "ended" || !suspensionReasons.includes("unpaid")) return
  await unsuspendService(ctx, serviceId, "unpaid")
}
