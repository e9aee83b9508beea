import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { everything, lockService } from "./queries.ts"

/** The panel has taken a plan over. What it says it left out is written down: a yes isn't always all of it. */
export async function recordPlanApplied(
  ctx: Context,
  serviceId: string,
  applied: { readonly packageId: number; readonly notices: readonly string[] },
): Promise<"as wished" | "changed meanwhile"> {
  const service = await lockService(ctx, everything, serviceId)
  await recordAudit(ctx, {
    act: "provisioning.plan-applied",
    subjectId: serviceId,
    accountId: service.accountId,
    after: { packageId: applied.packageId, notices: applied.notices },
  })
  return service.plan.packageId === applied.packageId ? "as wished" : "changed meanwhile"
}
