import { and, asc, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { isRunning, type RunningSubscription, runningStates } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** An account with more than this is a house of its own. */
const MOST = 500

/** Whatever of an account has begun and not ended. With `lock: "update"` the rows are held. */
export async function listRunningOf(
  ctx: Context,
  reach: Reach,
  accountId: string,
  lock: "read" | "update" = "read",
): Promise<RunningSubscription[]> {
  const query = ctx.db
    .select()
    .from(subscriptions)
    .where(
      and(
        isSubscriptionWithin(reach),
        eq(subscriptions.accountId, accountId),
        inArray(subscriptions.state, [...runningStates]),
      ),
    )
    .orderBy(asc(subscriptions.id))
    .limit(MOST)
  const rows = lock === "update" ? await query.for("update") : await query
  return rows.map(readSubscription).filter(isRunning)
}
