import { eq, max } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import { findDraft } from "./find-draft.ts"
import { findVersion } from "./find-version.ts"
import type { PlanVersion } from "./load-prices.ts"
import { lockPlan } from "./lock-plan.ts"
import type { WantedPlanText } from "./read-plan-text.ts"
import { refuseMeterSlips } from "./refuse-meter-slips.ts"
import { refuseOptionSlips } from "./refuse-option-slips.ts"
import { planVersions, prices } from "./tables.ts"
import { tellPlanText } from "./tell-plan-text.ts"

/** What is being worked on: nobody outside sees it, so it may be half done. */
export async function savePlanDraft(
  ctx: Context,
  wanted: WantedPlanText & { readonly planId: string },
): Promise<{ versionId: string }> {
  const { planId, name, resources, packageId } = wanted
  const plan = await lockPlan(ctx, planId)
  const before = await findDraft(ctx, within(ctx.actor), planId)
  const soFar = before ?? (await findCurrent(ctx, plan.currentVersionId))
  const options = [...(wanted.options ?? soFar?.options ?? [])]
  const trial = wanted.trial === undefined ? (soFar?.trial ?? null) : wanted.trial
  const meters = [...(wanted.meters ?? soFar?.meters ?? [])]
  refuseOptionSlips(options)
  refuseMeterSlips(meters)
  const edit = {
    name,
    resources,
    packageId,
    options,
    trial,
    meters,
    editedAt: ctx.clock.now(),
    editedBy: actorId(ctx.actor),
  }
  const versionId = before?.id ?? ctx.newId("plv")
  if (before) {
    await ctx.db.update(planVersions).set(edit).where(eq(planVersions.id, versionId))
    await ctx.db.delete(prices).where(eq(prices.versionId, versionId))
  } else {
    const number = await nextNumber(ctx, planId)
    await ctx.db.insert(planVersions).values({ id: versionId, planId, number, ...edit })
  }
  if (wanted.prices.length > 0) {
    const rows = wanted.prices.map(({ cycle, currency, amountMinor, setupMinor }) => ({
      id: ctx.newId("prc"),
      versionId,
      cycle,
      currency,
      amountMinor,
      setupMinor,
    }))
    await ctx.db.insert(prices).values(rows)
  }
  await recordAudit(ctx, {
    act: "catalog.draft-saved",
    subjectId: planId,
    before: before ? tellPlanText(before) : null,
    after: tellPlanText({ ...wanted, options, trial, meters }),
  })
  return { versionId }
}

/** What is on sale: where nobody is at a draft yet, what wasn't sent is as it is there. */
async function findCurrent(ctx: Context, versionId: string | null): Promise<PlanVersion | undefined> {
  return versionId ? findVersion(ctx, within(ctx.actor), versionId) : undefined
}

async function nextNumber(ctx: Context, planId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ last: max(planVersions.number) })
    .from(planVersions)
    .where(eq(planVersions.planId, planId))
  return (row?.last ?? 0) + 1
}
