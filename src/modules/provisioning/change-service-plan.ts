import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import { startWork } from "#kit/work/start-work.ts"
import { provisioningRefusals } from "./errors.ts"
import { everything, lockService } from "./queries.ts"
import { isSameSize, type Resources } from "./service.ts"
import { services } from "./tables.ts"
import { changePlanHead, startable } from "./work-heads.ts"

export interface WantedPlan {
  readonly planId: string
  readonly planName: Say
  readonly resources: Resources
  readonly packageId: number
}

/** Another size from now on: written down here, and the panel follows. */
export async function changeServicePlan(ctx: Context, serviceId: string, wanted: WantedPlan): Promise<void> {
  const service = await lockService(ctx, everything, serviceId)
  const { panelId, remoteId } = service
  if (service.desired === "ended" || service.state === "ended" || !panelId || !remoteId) {
    return provisioningRefusals.refuse("provisioning.cannot_move", { serviceId, state: service.state })
  }
  if (wanted.resources.storageGb < service.plan.resources.storageGb) {
    // What a machine's disk holds can't be cut off: panels grow disks and never shrink them.
    return provisioningRefusals.refuse("provisioning.disk_too_small", { serviceId })
  }
  const { planId, planName, resources, packageId } = wanted
  const { plan } = service
  const isSame = planId === service.planId && packageId === plan.packageId
  if (isSame && isSameSize(resources, plan.resources)) return
  await ctx.db
    .update(services)
    .set({ planId, planName, plan: { ...plan, resources, packageId } })
    .where(eq(services.id, serviceId))
  await recordAudit(ctx, {
    act: "provisioning.plan-changed",
    subjectId: serviceId,
    accountId: service.accountId,
    before: { planId: service.planId, packageId: plan.packageId, resources: plan.resources },
    after: { planId, packageId, resources },
  })
  await startWork(ctx, startable(changePlanHead), { serviceId, panelId })
}
