import { and, asc, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { runningStates, type Subscription } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Nobody has as many at once; whoever does has the list by pages. */
const MOST = 200

/** What is in force, of one account or of all within reach, the soonest to end first. */
export async function listRunning(
  ctx: Context,
  reach: Reach,
  accountId: string | undefined,
): Promise<Subscription[]> {
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(
      and(
        isSubscriptionWithin(reach),
        accountId ? eq(subscriptions.accountId, accountId) : undefined,
        inArray(subscriptions.state, [...runningStates]),
      ),
    )
    .orderBy(asc(subscriptions.periodEnd), asc(subscriptions.id))
    .limit(MOST)
  return rows.map(readSubscription)
}
