import { and, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { paperworkRefusals } from "./errors.ts"
import type { Quote } from "./quote.ts"
import { isSeen, readQuote } from "./quote-rows.ts"
import { quotes } from "./quote-tables.ts"

export async function getQuote(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: "read" | "update" = "read",
): Promise<Quote> {
  const query = ctx.db
    .select()
    .from(quotes)
    .where(and(eq(quotes.id, id), isSeen(reach)))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row ? readQuote(row) : paperworkRefusals.refuse("paperwork.quote_missing", { quoteId: id })
}
