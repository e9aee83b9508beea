import { listPriceTargets, type PlanVersion } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { repricingRefusals } from "./errors.ts"

export interface WrongAndRight {
  readonly wrong: PlanVersion
  readonly right: PlanVersion
}

/** The version that was published by mistake, and the one whose prices should have been asked. */
export async function loadVersions(
  ctx: Context,
  reach: Reach,
  wish: { readonly planId: string; readonly wrongVersionId: string; readonly rightVersionId: string },
): Promise<WrongAndRight> {
  const { planId } = wish
  const [wrong] = await listPriceTargets(ctx, reach, { planId, versionId: wish.wrongVersionId })
  const [right] = await listPriceTargets(ctx, reach, { planId, versionId: wish.rightVersionId })
  if (!wrong?.publishedAt || !right?.publishedAt || wrong.id === right.id) {
    return repricingRefusals.refuse("repricing.versions_needed", { planId }, { field: "rightVersionId" })
  }
  return { wrong, right }
}
