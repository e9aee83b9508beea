import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { findDraft } from "./find-draft.ts"
import { lockPlan } from "./lock-plan.ts"
import { planVersions, prices } from "./tables.ts"
import { tellPlanText } from "./tell-plan-text.ts"

/** Back to what is on sale. Asked twice, it happens once. */
export async function dropPlanDraft(ctx: Context, planId: string): Promise<void> {
  await lockPlan(ctx, planId)
  const draft = await findDraft(ctx, within(ctx.actor), planId)
  if (!draft) return
  await ctx.db.delete(prices).where(eq(prices.versionId, draft.id))
  await ctx.db.delete(planVersions).where(eq(planVersions.id, draft.id))
  await recordAudit(ctx, { act: "catalog.draft-dropped", subjectId: planId, before: tellPlanText(draft) })
}
