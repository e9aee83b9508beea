import { and, eq } from "drizzle-orm"
import { fitsBeginning } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { fitting } from "#kit/few-or-many.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import type { Subscription, SubscriptionState } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface SubscriptionFilter extends TimedFilter {
  readonly limit: number
  readonly accountId?: string | undefined
  readonly state?: SubscriptionState | undefined
  /** The id of what it pays for. */
  readonly subject?: string | undefined
  readonly planId?: string | undefined
  /** What the customer's name begins with. */
  readonly name?: string | undefined
}

export async function listSubscriptions(
  ctx: Context,
  reach: Reach,
  filter: SubscriptionFilter,
): Promise<Page<Subscription>> {
  const { after, orderBy } = keysetOf(filter, subscriptions.createdAt, subscriptions.id)
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(
      and(
        isSubscriptionWithin(reach),
        filter.accountId ? eq(subscriptions.accountId, filter.accountId) : undefined,
        filter.state ? eq(subscriptions.state, filter.state) : undefined,
        filter.subject ? eq(subscriptions.subject, filter.subject) : undefined,
        filter.planId ? eq(subscriptions.planId, filter.planId) : undefined,
        filter.name ? await hasName(ctx, filter.name) : undefined,
        plannedAnew(filter.accountId, filter.state, filter.subject, filter.planId, filter.name),
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(readSubscription), next: page.next }
}

function hasName(ctx: Context, beginning: string) {
  return fitting(ctx, subscriptions.id, [
    fitsBeginning(subscriptions.id, subscriptions.accountName, beginning),
  ])
}
