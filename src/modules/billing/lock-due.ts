import { asc } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type DueAmong, type DueOf, isDueOf, MOST_DUE_AT_ONCE } from "./due-subscriptions.ts"
import { isRunning, type RunningSubscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** What is due of these, each row held until the transaction ends. */
export async function lockDue(ctx: Context, of: DueOf | DueAmong): Promise<RunningSubscription[]> {
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(isDueOf(of))
    .orderBy(asc(subscriptions.id))
    .limit(MOST_DUE_AT_ONCE)
    .for("update")
  return rows.map(readSubscription).filter(isRunning)
}
