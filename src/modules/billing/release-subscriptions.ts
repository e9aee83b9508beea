import { and, asc, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { planRequestDay } from "./collecting-policy.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { nextStart } from "./pause.ts"
import { MOST_LINES } from "./payment-request.ts"
import { later } from "./period.ts"
import { isRunning } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"
import { paymentRequestLines } from "./tables.ts"

/** A request was taken back: what it asked for is asked for again, in its time. Called with the request locked. */
export async function releaseSubscriptions(ctx: Context, requestId: string): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.requestId, requestId),
        // Found by what was asked for: a subscription's own request is no way to it.
        sql`${subscriptions.id} in (select ${paymentRequestLines.subscriptionId} from ${paymentRequestLines}
          where ${eq(paymentRequestLines.requestId, requestId)})`,
      ),
    )
    .orderBy(asc(subscriptions.id))
    .limit(MOST_LINES)
    .for("update")
  if (rows.length === 0) return
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const policy = await getCollectingPolicy(ctx)
  for (const one of rows.map(readSubscription)) {
    const isAskedAgain = isRunning(one) && !one.cancelAtEnd
    const period = isAskedAgain && { start: one.periodStart, end: nextStart(one) }
    await ctx.db
      .update(subscriptions)
      .set({
        requestId: null,
        nextRequestOn: period ? later(planRequestDay(period, policy), today) : null,
      })
      .where(eq(subscriptions.id, one.id))
  }
}
