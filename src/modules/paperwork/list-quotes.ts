import { and, eq } from "drizzle-orm"
import { beginsWith } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import type { Quote, QuoteState } from "./quote.ts"
import { isSeen, readQuote } from "./quote-rows.ts"
import { quotes } from "./quote-tables.ts"

export interface QuoteFilter extends TimedFilter {
  readonly limit: number
  readonly accountId?: string | undefined
  readonly number?: string | undefined
  readonly state?: QuoteState | undefined
}

export async function listQuotes(ctx: Context, reach: Reach, filter: QuoteFilter): Promise<Page<Quote>> {
  const { after, orderBy } = keysetOf(filter, quotes.createdAt, quotes.id)
  const rows = await ctx.db
    .select()
    .from(quotes)
    .where(
      and(
        isSeen(reach),
        filter.accountId ? eq(quotes.accountId, filter.accountId) : undefined,
        filter.number ? beginsWith(quotes.number, filter.number.trim().toUpperCase()) : undefined,
        filter.state ? eq(quotes.state, filter.state) : undefined,
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(readQuote), next: page.next }
}
