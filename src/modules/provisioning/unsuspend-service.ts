import type { Context } from "#kit/context.ts"
import { changeReasons } from "./change-reasons.ts"
import type { SuspensionReason } from "./service.ts"

/** Takes one reason away. Paying lifts "unpaid" and nothing else. */
export async function unsuspendService(
  ctx: Context,
  serviceId: string,
  reason: SuspensionReason,
  /** In the words of whoever decided it. */
  why?: string,
): Promise<void> {
  await changeReasons(ctx, serviceId, {
    act: "provisioning.service-unsuspended",
    why,
    change: (reasons) => reasons.filter((one) => one !== reason),
  })
}
