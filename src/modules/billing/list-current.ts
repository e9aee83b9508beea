import { and, asc, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { agreementRefusals } from "./agreement-errors.ts"
import { runningStates, type Subscription } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Nobody has as many at once; whoever does has the list by pages. */
const MOST = 200

/** What a customer has in force, the soonest to end first: what stands still is among it, what is over is not. */
export async function listCurrent(
  ctx: Context,
  reach: Reach,
  accountId: string | undefined,
): Promise<Subscription[]> {
  if (reach.kind === "all" && !accountId)
    agreementRefusals.refuse("billing.account_needed", {}, { field: "accountId" })
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
