import { and, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Subscription } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** The one that pays for this, if one does: free things and those from before have none. */
export async function findSubscriptionOf(
  ctx: Context,
  reach: Reach,
  subject: string,
  lock: "read" | "update" = "read",
): Promise<Subscription | undefined> {
  const query = ctx.db
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.subject, subject), isSubscriptionWithin(reach)))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row && readSubscription(row)
}
