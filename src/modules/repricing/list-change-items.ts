import { and, asc, eq, gt, isNotNull } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { Direction } from "./plan-repricing.ts"
import type { ItemState } from "./price-change.ts"
import { isItemWithin, type PriceItem, readItem } from "./price-item.ts"
import type { Need } from "./price-rules.ts"
import { priceChangeItems } from "./tables.ts"

export interface ItemFilter {
  readonly id: string
  readonly state?: ItemState | undefined
  readonly need?: Need | undefined
  readonly direction?: Direction | undefined
  readonly hasFailed?: boolean | undefined
  readonly limit: number
  readonly after?: string | undefined
}

export async function listChangeItems(
  ctx: Context,
  reach: Reach,
  filter: ItemFilter,
): Promise<Page<PriceItem>> {
  const key = decodeKey(filter.after, 1)
  const rows = await ctx.db
    .select()
    .from(priceChangeItems)
    .where(
      and(
        eq(priceChangeItems.changeId, filter.id),
        filter.state ? eq(priceChangeItems.state, filter.state) : undefined,
        filter.need ? eq(priceChangeItems.need, filter.need) : undefined,
        filter.direction ? eq(priceChangeItems.direction, filter.direction) : undefined,
        filter.hasFailed ? isNotNull(priceChangeItems.trouble) : undefined,
        isItemWithin(reach),
        key ? gt(priceChangeItems.id, key[0] ?? "") : undefined,
      ),
    )
    .orderBy(asc(priceChangeItems.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, ({ id }) => [id])
  return { items: page.items.map(readItem), next: page.next }
}
