import { and, asc, eq, gt, lte, or, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { isItemWithin, type PriceItem, readItem } from "./price-item.ts"
import { priceChangeItems } from "./tables.ts"

/** Neither told nor answered for good: what still has to happen before the other price holds. As their index says it. */
const isUndecided = sql`${priceChangeItems.state} in ('waiting', 'told') and ${priceChangeItems.direction} <> 'same'`

/** Whose price changes by a day, and who still has to agree or to be told of it, the soonest first. */
export async function listPending(
  ctx: Context,
  reach: Reach,
  filter: { readonly until: Temporal.PlainDate; readonly limit: number; readonly after?: string | undefined },
): Promise<Page<PriceItem>> {
  const key = decodeKey(filter.after, 2)
  const [on, id = ""] = key ?? []
  const { firstOn } = priceChangeItems
  const rows = await ctx.db
    .select()
    .from(priceChangeItems)
    .where(
      and(
        isUndecided,
        lte(firstOn, filter.until),
        isItemWithin(reach),
        on
          ? or(
              gt(firstOn, Temporal.PlainDate.from(on)),
              and(eq(firstOn, Temporal.PlainDate.from(on)), gt(priceChangeItems.id, id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(firstOn), asc(priceChangeItems.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.firstOn.toString(), row.id])
  return { items: page.items.map(readItem), next: page.next }
}
