import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { provisioningRefusals } from "./errors.ts"
import { everything, lockService } from "./queries.ts"
import { planDesired, type SuspensionReason } from "./service.ts"
import { startWished } from "./start-wished.ts"
import { services } from "./tables.ts"

export interface ReasonsChange {
  /** What it is called in the audit. */
  readonly act: string
  readonly why?: string | undefined
  readonly change: (reasons: readonly SuspensionReason[]) => readonly SuspensionReason[]
}

/** Changes the set of reasons and lets the panel follow. */
export async function changeReasons(
  ctx: Context,
  serviceId: string,
  { act, why, change }: ReasonsChange,
): Promise<void> {
  const service = await lockService(ctx, everything, serviceId)
  if (service.state === "ended" || service.desired === "ended" || service.desired === "none") {
    provisioningRefusals.refuse("provisioning.cannot_move", { serviceId, state: service.state })
  }
  const reasons = [...change(service.suspensionReasons)]
  if (isSameSet(reasons, service.suspensionReasons)) return
  const desired = planDesired(reasons)
  await ctx.db.update(services).set({ suspensionReasons: reasons, desired }).where(eq(services.id, serviceId))
  await recordAudit(ctx, {
    act,
    subjectId: serviceId,
    accountId: service.accountId,
    reason: why ?? null,
    before: { reasons: service.suspensionReasons },
    after: { reasons },
  })
  if (desired !== service.desired) await startWished(ctx, { ...service, desired })
}

function isSameSet(first: readonly SuspensionReason[], second: readonly SuspensionReason[]): boolean {
  return new Set(first).symmetricDifference(new Set(second)).size === 0
}
