import type { Context } from "#kit/context.ts"
import { changeReasons } from "./change-reasons.ts"
import { everything, lockService } from "./queries.ts"
import type { SuspensionReason } from "./service.ts"

/** Those that follow from what is paid; all others are other people's. */
const ownReasons = ["unpaid", "paused"] as const satisfies readonly SuspensionReason[]
export type PaymentReason = (typeof ownReasons)[number]

/**
 * Whether it may run as far as its payment goes, and if not, why. Every other reason stays as it is. What is not built
 * yet, or is to go anyway, is left alone.
 */
export async function followPayment(
  ctx: Context,
  serviceId: string,
  because: PaymentReason | undefined,
): Promise<void> {
  const { state, desired } = await lockService(ctx, everything, serviceId)
  if (state === "ended" || desired === "ended" || desired === "none") return
  const act = because ? "provisioning.service-suspended" : "provisioning.service-unsuspended"
  await changeReasons(ctx, serviceId, {
    act,
    change: (reasons) => [
      ...reasons.filter((one) => one === because || !isOwn(one)),
      ...(because && !reasons.includes(because) ? [because] : []),
    ],
  })
}

function isOwn(reason: SuspensionReason): boolean {
  return (ownReasons as readonly SuspensionReason[]).includes(reason)
}
