import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import { findDraft } from "./find-draft.ts"
import { findVersion } from "./find-version.ts"
import type { PlanVersion } from "./load-prices.ts"
import { lockPlan } from "./lock-plan.ts"
import { planChanges } from "./plan-changes.ts"
import { ASK_AGAIN_PERCENT } from "./range-contract.ts"
import { plans, planVersions } from "./tables.ts"
import { tellPlanText } from "./tell-plan-text.ts"

export interface PlanPublication {
  readonly planId: string
  /** For those who read the history: why. */
  readonly note: string
  /** The largest change of a price that somebody has looked at and meant. */
  readonly acceptedPercent?: number | undefined
}

/** The draft goes on sale and never changes again; whoever bought an earlier version keeps it. */
export async function publishPlanVersion(
  ctx: Context,
  { planId, note, acceptedPercent = 0 }: PlanPublication,
): Promise<{ versionId: string }> {
  const plan = await lockPlan(ctx, planId)
  const reach = within(ctx.actor)
  const draft = await findDraft(ctx, reach, planId)
  if (!draft) return catalogRefusals.refuse("catalog.nothing_to_publish", { planId })
  if (draft.prices.length === 0) catalogRefusals.refuse("catalog.prices_needed", { planId })
  const before = plan.currentVersionId ? await findVersion(ctx, reach, plan.currentVersionId) : undefined
  if (before) refuseSlips(before, draft, acceptedPercent)
  await ctx.db
    .update(planVersions)
    .set({ note, publishedAt: ctx.clock.now(), publishedBy: actorId(ctx.actor) })
    .where(eq(planVersions.id, draft.id))
  await ctx.db.update(plans).set({ currentVersionId: draft.id }).where(eq(plans.id, planId))
  await recordAudit(ctx, {
    act: "catalog.version-published",
    subjectId: planId,
    reason: note || null,
    before: before ? { version: before.number, ...tellPlanText(before) } : null,
    after: { version: draft.number, ...tellPlanText(draft) },
  })
  return { versionId: draft.id }
}

/** Nothing changed would be a version for nothing; much changed is what a slip of the finger looks like. */
function refuseSlips(before: PlanVersion, draft: PlanVersion, acceptedPercent: number): void {
  const { fields, prices, largestPercent } = planChanges(before, draft)
  if (fields.length === 0 && prices.length === 0) catalogRefusals.refuse("catalog.nothing_changed")
  if (largestPercent <= ASK_AGAIN_PERCENT || largestPercent <= acceptedPercent) return
  catalogRefusals.refuse("catalog.price_jumps", { percent: largestPercent }, { field: "acceptedPercent" })
}
