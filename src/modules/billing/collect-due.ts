import { asc, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { getSettings } from "#tenancy"
import { applyCollecting } from "./apply-collecting.ts"
import type { CollectingPlan } from "./collecting-act.ts"
import { findOwed } from "./find-owed.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { listCollected } from "./list-collected.ts"
import { isWaived, nextCharge } from "./next-charge.ts"
import { planCollecting } from "./plan-collecting.ts"
import { isRunning, type RunningSubscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

const MOST_AT_ONCE = 200

export interface CollectedChunk {
  /** Where the next chunk begins; null at the end. */
  readonly next: string | null
  /** To be ended, each in a transaction of its own: that takes its request first. */
  readonly ending: readonly string[]
}

/**
 * Reminds, misses and suspends, a chunk at a time. The rows are locked and read as they are now: whoever has just paid
 * is not suspended.
 */
export async function collectDue(ctx: Context, after: string): Promise<CollectedChunk> {
  const policy = await getCollectingPolicy(ctx)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const { ids, next } = await listCollected(ctx, { today, policy, after, most: MOST_AT_ONCE })
  const rows = await lock(ctx, ids)
  const owed = await findOwed(ctx, { subscriptionIds: rows.map((row) => row.id) })
  const running = rows
    .map(readSubscription)
    .filter(isRunning)
    .map((one) => ({ ...one, owedOn: owed.get(one.id)?.dueOn ?? null }))
  const paying = (one: RunningSubscription) => [one.requestId ?? [], owed.get(one.id)?.requestId ?? []].flat()
  const requestIds = running.flatMap(paying)
  const beingPaid = await listReferencesBeingPaid(ctx, { kind: "all" }, requestIds)
  const planned = running.map((one) => {
    const isMoneyOnItsWay = paying(one).some((id) => beingPaid.has(id))
    const isFree = isWaived(one, nextCharge(one))
    return { one, plan: planCollecting(one, { today, policy, isMoneyOnItsWay, isFree }) }
  })
  await applyCollecting(ctx, planned, today)
  return {
    next,
    ending: planned.filter(({ plan }) => isEnding(plan)).map(({ one }) => one.id),
  }
}

async function lock(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.db
    .select()
    .from(subscriptions)
    .where(sql`${subscriptions.id} = any(${sql.param([...ids])}::text[])`)
    .orderBy(asc(subscriptions.id))
    .limit(MOST_AT_ONCE)
    .for("update")
}

function isEnding({ act }: CollectingPlan): boolean {
  return act === "expire" || act === "cancel"
}
