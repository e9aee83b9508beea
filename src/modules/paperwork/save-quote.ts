import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import type { QuoteWish } from "./create-quote.ts"
import { paperworkRefusals } from "./errors.ts"
import { getQuote } from "./get-quote.ts"
import { type Quote, storeQuoteLine } from "./quote.ts"
import { quotes } from "./quote-tables.ts"
import { readLastDay } from "./read-last-day.ts"
import { readQuoteLines } from "./read-quote-lines.ts"

/** Written anew as a whole, as long as it isn't sent: what was sent stays as it was read. */
export async function saveQuote(
  ctx: Context,
  wish: QuoteWish & { readonly id: string },
  reach: Reach = within(ctx.actor),
): Promise<Quote> {
  const { id, state, accountId } = await getQuote(ctx, reach, wish.id, "update")
  if (state !== "draft") paperworkRefusals.refuse("paperwork.quote_sent", { quoteId: id })
  const lines = await readQuoteLines(ctx, { ...wish, accountId })
  await ctx.db
    .update(quotes)
    .set({
      currency: wish.currency,
      lines: lines.map(storeQuoteLine),
      validUntil: await readLastDay(ctx, wish.validUntil),
      note: wish.note || null,
      purchaseOrder: wish.purchaseOrder || null,
    })
    .where(eq(quotes.id, id))
  await recordAudit(ctx, { act: "paperwork.quote-written", subjectId: id, accountId, after: {} })
  return getQuote(ctx, reach, id)
}
