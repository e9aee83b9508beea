import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { fitsBeginning } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { fitting } from "#kit/few-or-many.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import { sortedKeyset } from "#kit/sorted-keyset.ts"
import { keyOfSort, type SubscriptionSort, sortingOf } from "./sort-subscriptions.ts"
import type { Cycle, Subscription, SubscriptionState } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface SubscriptionFilter extends TimedFilter {
  readonly limit: number
  readonly accountId?: string | undefined
  readonly state?: SubscriptionState | undefined
  /** The id of what it pays for. */
  readonly subject?: string | undefined
  readonly planId?: string | undefined
  readonly cycle?: Cycle | undefined
  /** What the customer's name begins with. */
  readonly name?: string | undefined
  /** Those that staff have deleted, and no others. */
  readonly deleted?: boolean | undefined
  /** Instead of by when they were opened. */
  readonly sort?: SubscriptionSort | undefined
}

export async function listSubscriptions(
  ctx: Context,
  reach: Reach,
  filter: SubscriptionFilter,
): Promise<Page<Subscription>> {
  const { sort } = filter
  const { after, orderBy } = inOrder(filter)
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(
      and(
        isSubscriptionWithin(reach),
        filter.deleted ? isNotNull(subscriptions.deletedAt) : isNull(subscriptions.deletedAt),
        filter.accountId ? eq(subscriptions.accountId, filter.accountId) : undefined,
        filter.state ? eq(subscriptions.state, filter.state) : undefined,
        filter.subject ? eq(subscriptions.subject, filter.subject) : undefined,
        filter.planId ? eq(subscriptions.planId, filter.planId) : undefined,
        filter.cycle ? eq(subscriptions.cycle, filter.cycle) : undefined,
        filter.name ? await hasName(ctx, filter.name) : undefined,
        plannedAnew(filter.accountId, filter.state, filter.subject, filter.planId, filter.cycle, filter.name),
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) =>
    sort ? keyOfSort(sort, row) : [row.createdAt.toString(), row.id],
  )
  return { items: page.items.map(readSubscription), next: page.next }
}

function inOrder({ sort, ...filter }: SubscriptionFilter): { readonly after?: SQL; readonly orderBy: SQL[] } {
  if (!sort) return keysetOf(filter, subscriptions.createdAt, subscriptions.id)
  return sortedKeyset({ sort, after: filter.after }, sortingOf(sort), sql`${subscriptions.id}`)
}

function hasName(ctx: Context, beginning: string) {
  return fitting(ctx, subscriptions.id, [
    fitsBeginning(subscriptions.id, subscriptions.accountName, beginning),
  ])
}
