import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { everything, lockService } from "./queries.ts"
import { isSameSize, type PlanSnapshot } from "./service.ts"

/** The panel has taken a plan over. What it says it left out is written down: a yes isn't always all of it. */
export async function recordPlanApplied(
  ctx: Context,
  serviceId: string,
  applied: Pick<PlanSnapshot, "packageId" | "resources"> & { readonly notices: readonly string[] },
): Promise<"as wished" | "changed meanwhile"> {
  const service = await lockService(ctx, everything, serviceId)
  await recordAudit(ctx, {
    act: "provisioning.plan-applied",
    subjectId: serviceId,
    accountId: service.accountId,
    after: { packageId: applied.packageId, resources: applied.resources, notices: applied.notices },
  })
  const { packageId, resources } = service.plan
  const isSame = packageId === applied.packageId && isSameSize(resources, applied.resources)
  return isSame ? "as wished" : "changed meanwhile"
}
