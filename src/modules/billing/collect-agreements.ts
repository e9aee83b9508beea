import { asc, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { applyCollecting } from "./apply-collecting.ts"
import type { CollectingPlan } from "./collecting-act.ts"
import { findOwed } from "./find-owed.ts"
import { isWaived, nextCharge } from "./next-charge.ts"
import { openProductDays } from "./open-product-days.ts"
import { planCollecting } from "./plan-collecting.ts"
import type { CollectingDay } from "./read-collecting-day.ts"
import { isRunning, type RunningSubscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/**
 * Reminds, misses and suspends. The rows are locked and read as they are now: whoever has just paid is not suspended.
 * Gives those that are to be ended, each in a transaction of its own: that takes its request first.
 */
export async function collectAgreements(
  ctx: Context,
  ids: readonly string[],
  { today, policy }: CollectingDay,
): Promise<readonly string[]> {
  const rows = await lock(ctx, ids)
  const owed = await findOwed(ctx, { subscriptionIds: rows.map((row) => row.id) })
  const running = rows
    .map(readSubscription)
    .filter(isRunning)
    .map((one) => ({ ...one, owedOn: owed.get(one.id)?.dueOn ?? null }))
  const paying = (one: RunningSubscription) => [one.requestId ?? [], owed.get(one.id)?.requestId ?? []].flat()
  const requestIds = running.flatMap(paying)
  const beingPaid = await listReferencesBeingPaid(ctx, { kind: "all" }, requestIds)
  const policyOf = await openProductDays(ctx, policy)
  const planned = running.map((one) => {
    const isMoneyOnItsWay = paying(one).some((id) => beingPaid.has(id))
    const isFree = isWaived(one, nextCharge(one))
    return {
      one,
      plan: planCollecting(one, { today, policy: policyOf(one.planId), isMoneyOnItsWay, isFree }),
    }
  })
  await applyCollecting(ctx, planned, today)
  return planned.filter(({ plan }) => isEnding(plan)).map(({ one }) => one.id)
}

async function lock(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.db
    .select()
    .from(subscriptions)
    .where(sql`${subscriptions.id} = any(${sql.param([...ids])}::text[])`)
    .orderBy(asc(subscriptions.id))
    .limit(ids.length)
    .for("update")
}

function isEnding({ act }: CollectingPlan): boolean {
  return act === "expire" || act === "cancel"
}
