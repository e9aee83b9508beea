import { and, asc, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { isRunning, runningStates } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"
import { listUpcoming, type UpcomingCharge } from "./upcoming-charges.ts"

/** An account with more than this is looked at one by one. */
const MOST = 200

/** The next twelve months of an account, or of all of the caller's. */
export async function getUpcoming(
  ctx: Context,
  reach: Reach,
  accountId: string | undefined,
): Promise<UpcomingCharge[]> {
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
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  return listUpcoming(rows.map(readSubscription).filter(isRunning), today)
}
