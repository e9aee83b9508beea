import type { AgreedPlan } from "./change-of-plan.ts"
import type { WishedPlan } from "./wished-plan.ts"

/** The plan as it stands now: what is agreed on, whatever becomes of the catalogue. */
export function agreeOn(plan: WishedPlan): AgreedPlan {
  return {
    planId: plan.planId,
    versionId: plan.versionId,
    priceId: plan.priceId,
    planName: plan.planName,
    resources: plan.resources,
    packageId: plan.packageId,
    unitMinor: plan.unit.minor.toString(),
    parts: plan.parts,
  }
}
