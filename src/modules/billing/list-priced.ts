import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf } from "#kit/keyset.ts"
import type { Currency } from "#kit/money.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { type Cycle, isRunning, type RunningSubscription, runningStates } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface PricedFilter {
  readonly planIds: readonly string[]
  /** Only what was bought by this version. */
  readonly versionId?: string | undefined
  readonly currency?: Currency | undefined
  readonly cycle?: Cycle | undefined
  /** Those that were given up and still run as well. */
  readonly includesLeaving?: true
  readonly after?: string | undefined
  readonly limit: number
}

/** An agreement that goes on, and whether a business made it. */
export interface PricedAgreement {
  readonly one: RunningSubscription
  readonly isBusiness: boolean
}

/** What goes on by some plans and is not given up, the oldest first: whom another price would be about. */
export async function listPriced(
  ctx: Context,
  reach: Reach,
  filter: PricedFilter,
): Promise<Page<PricedAgreement> & { readonly key: (item: PricedAgreement) => readonly string[] }> {
  const { after, orderBy } = keysetOf(
    { after: filter.after, order: "oldest" },
    subscriptions.createdAt,
    subscriptions.id,
  )
  const isBusiness = sql<boolean>`exists (select from identity.accounts as a
    where a.tenant_id = ${subscriptions.tenantId} and a.id = ${subscriptions.accountId} and a.kind = 'business')`
  const rows = await ctx.db
    .select({ row: subscriptions, isBusiness })
    .from(subscriptions)
    .where(
      and(
        inArray(subscriptions.planId, [...filter.planIds]),
        inArray(subscriptions.state, [...runningStates]),
        filter.includesLeaving ? undefined : eq(subscriptions.cancelAtEnd, false),
        isNull(subscriptions.endedAt),
        filter.versionId ? eq(subscriptions.versionId, filter.versionId) : undefined,
        filter.currency ? eq(subscriptions.currency, filter.currency) : undefined,
        filter.cycle ? eq(subscriptions.cycle, filter.cycle) : undefined,
        isSubscriptionWithin(reach),
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const key = ({ one }: PricedAgreement) => [one.createdAt.toString(), one.id]
  const page = cutPage(rows, filter.limit, ({ row }) => [row.createdAt.toString(), row.id])
  const items = page.items.flatMap(({ row, isBusiness: business }) => {
    const one = readSubscription(row)
    return isRunning(one) ? [{ one, isBusiness: business }] : []
  })
  return { items, next: page.next, key }
}
