import type { SellablePlan } from "#catalog"
import type { AgreedPlan } from "./change-of-plan.ts"

/** The plan as it stands now: what is agreed on, whatever becomes of the catalogue. */
export function agreeOn(plan: SellablePlan & Pick<AgreedPlan, "parts">): AgreedPlan {
  return {
    planId: plan.planId,
    versionId: plan.versionId,
    priceId: plan.priceId,
    planName: plan.planName,
    resources: plan.resources,
    packageId: plan.packageId,
    unitMinor: plan.unit.minor.toString(),
    parts: plan.parts ?? [],
  }
}
