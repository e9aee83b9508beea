import { inArray, isNotNull, sql } from "drizzle-orm"
import type { z } from "zod"
import { listPriceTargets } from "#catalog"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { changeShape } from "./contract.ts"
import type { PriceChange } from "./get-change.ts"
import { priceChangeItems } from "./tables.ts"

export type ChangeView = z.infer<typeof changeShape>

/** Changes as staff see them, with how many stand where. */
export async function describeChanges(
  ctx: Context,
  reach: Reach,
  changes: readonly PriceChange[],
): Promise<ChangeView[]> {
  if (changes.length === 0) return []
  const counts = await ctx.db
    .select({
      changeId: priceChangeItems.changeId,
      state: priceChangeItems.state,
      isStaying: sql<boolean>`${priceChangeItems.direction} = 'same'`,
      count: sql<number>`count(*)::int`,
      failed: sql<number>`(count(*) filter (where ${isNotNull(priceChangeItems.trouble)}))::int`,
    })
    .from(priceChangeItems)
    .where(
      inArray(
        priceChangeItems.changeId,
        changes.map(({ id }) => id),
      ),
    )
    .groupBy(priceChangeItems.changeId, priceChangeItems.state, sql`${priceChangeItems.direction} = 'same'`)
    .limit(changes.length * 20)
  const names = await listPersonNames(
    ctx,
    changes.map(({ createdBy }) => createdBy),
  )
  return Promise.all(
    changes.map(async (change) => {
      const own = counts.filter(({ changeId }) => changeId === change.id)
      return {
        id: change.id,
        plans: await plansOf(ctx, reach, change),
        from: change.fromOn.toString(),
        withoutConsent: change.withoutConsent,
        note: change.note,
        state: change.state,
        createdAt: change.createdAt.toString(),
        createdBy: names.get(change.createdBy) ?? "",
        stoppedAt: change.stoppedAt?.toString() ?? null,
        counts: Object.fromEntries(
          own.filter(({ isStaying }) => !isStaying).map(({ state, count }) => [state, count]),
        ),
        staying: own.reduce((total, { isStaying, count }) => total + (isStaying ? count : 0), 0),
        failed: own.reduce((total, { failed }) => total + failed, 0),
      }
    }),
  )
}

async function plansOf(ctx: Context, reach: Reach, { planIds, versionIds }: PriceChange) {
  const plans: ChangeView["plans"] = []
  for (const [index, planId] of planIds.entries()) {
    const versionId = versionIds[index]
    const [version] = await listPriceTargets(ctx, reach, { planId, versionId })
    if (version) plans.push({ planId, planName: version.name, version: version.number })
  }
  return plans
}
