import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { carryOutWork } from "./carry-out.ts"
import { ASK_AGAIN_PERCENT } from "./contract.ts"
import { repricingRefusals } from "./errors.ts"
import { type ChangeWish, loadWish } from "./load-wish.ts"
import { sumChange } from "./sum-change.ts"
import { priceChanges } from "./tables.ts"

export interface WantedChange extends ChangeWish {
  readonly exceptIds: readonly string[]
  readonly note: string
  readonly acceptedPercent?: number | undefined
}

/**
 * Whoever bought earlier is moved from a day on. It begins at once: its list is made, who has to be asked or told is so
 * in the country's window, and each pays another price from their first time on or after the day.
 */
export async function startChange(ctx: Context, wanted: WantedChange): Promise<{ changeId: string }> {
  const { acceptedPercent = 0, exceptIds, withoutConsent, note, boughtVersionId, currency, cycle } = wanted
  const ground = await loadWish(ctx, within(ctx.actor), wanted)
  const { targets, fromOn } = ground
  const draft = targets.find(({ publishedAt }) => publishedAt === null)
  if (draft)
    repricingRefusals.refuse("repricing.not_published", { versionId: draft.id }, { field: "versionId" })
  const sums = await sumChange(ctx, within(ctx.actor), { wish: wanted, ground })
  if (sums.every(({ subscriptions }) => subscriptions === 0)) {
    repricingRefusals.refuse("repricing.nobody_moved", {}, { field: "versionId" })
  }
  const largestPercent = Math.max(...sums.map((sum) => sum.largestPercent))
  if (largestPercent > ASK_AGAIN_PERCENT && largestPercent > acceptedPercent) {
    repricingRefusals.refuse(
      "repricing.price_jumps",
      { percent: largestPercent },
      { field: "acceptedPercent" },
    )
  }
  const changeId = ctx.newId("pch")
  await ctx.db.insert(priceChanges).values({
    id: changeId,
    versionIds: targets.map(({ id }) => id),
    planIds: targets.map(({ planId }) => planId),
    filter: { versionId: boughtVersionId, currency, cycle },
    exceptIds: [...exceptIds],
    fromOn,
    withoutConsent,
    note,
    acceptedPercent: Math.max(largestPercent, 0),
    state: "listing",
    createdAt: ctx.clock.now(),
    createdBy: actorId(ctx.actor),
  })
  await startWork(ctx, carryOutWork, { changeId, day: ground.today.toString() }, { key: `${changeId} start` })
  await recordAudit(ctx, {
    act: "repricing.change-started",
    subjectId: changeId,
    reason: note || null,
    after: {
      versionIds: targets.map(({ id }) => id),
      from: fromOn.toString(),
      withoutConsent,
      subscriptions: sums.reduce((total, sum) => total + sum.subscriptions, 0),
      largestPercent,
    },
  })
  return { changeId }
}
