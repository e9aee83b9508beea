import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { readKind } from "./read-kind.ts"
import { subscriptions } from "./subscription-tables.ts"
import type { SubscriptionSum } from "./sum-subscriptions.ts"

/** The same sums plan by plan: what sells. */
export async function sumSubscriptionsByPlan(
  ctx: Context,
  reach: Reach,
): Promise<(SubscriptionSum & { readonly planId: string })[]> {
  const ids = reach.kind === "accounts" ? [...reach.accountIds] : null
  const { rows } = await ctx.db.execute<{
    plan_id: string
    counted_as: string
    count: number
    paying: number
    quantity: string
    minor: string
  }>(sql`
    select plan_id, counted_as, count(*)::int as count,
      (count(*) filter (where turn_minor > 0))::int as paying, sum(quantity)::text as quantity, sum(turn_minor)::text as minor
    from ${subscriptions}
    where counted_as is not null and (${ids}::text[] is null or account_id = any(${ids}::text[]))
    group by plan_id, counted_as
    order by plan_id, counted_as
    limit ${MOST_ROWS}`)
  return rows.map((row) => ({
    planId: row.plan_id,
    ...readKind(row.counted_as),
    count: row.count,
    paying: row.paying,
    quantity: BigInt(row.quantity),
    minor: BigInt(row.minor),
  }))
}

/** A few hundred plans, each in the kinds it is really bought in. */
const MOST_ROWS = 10_000
