import type { Context } from "#kit/context.ts"
import { changeReasons } from "./change-reasons.ts"
import type { SuspensionReason } from "./service.ts"

/** Adds a reason to the set. The panel follows; a service stays suspended until every reason is gone. */
export async function suspendService(
  ctx: Context,
  serviceId: string,
  reason: SuspensionReason,
  /** In the words of whoever decided it. */
  why?: string,
): Promise<void> {
  await changeReasons(ctx, serviceId, {
    act: "provisioning.service-suspended",
    why,
    change: (reasons) => (reasons.includes(reason) ? reasons : [...reasons, reason]),
  })
}
