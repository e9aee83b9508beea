import { and, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { billingRefusals } from "./errors.ts"
import type { Subscription } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** With `lock: "update"` the row is held until the transaction ends. */
export async function getSubscription(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: "read" | "update" = "read",
): Promise<Subscription> {
  const query = ctx.db
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.id, id), isSubscriptionWithin(reach)))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row
    ? readSubscription(row)
    : billingRefusals.refuse("billing.subscription_missing", { subscriptionId: id })
}
