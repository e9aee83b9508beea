import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { issueOnTerms, requestPayment } from "#billing"
import { actorId, type Context, type Reach, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { placeQuotedOrder } from "#orders"
import { getSettings } from "#tenancy"
import { paperworkRefusals } from "./errors.ts"
import { quoteAnswered } from "./events.ts"
import { getQuote } from "./get-quote.ts"
import { type Quote, quotedItems, quotedLine } from "./quote.ts"
import { quotes } from "./quote-tables.ts"

/**
 * The customer takes it: an order where plans are on it, a request to pay where there are none, to the sums that the
 * paper says. Its row is held, so two clicks are one order; after its last day, and once replaced, it is too late.
 */
export async function acceptQuote(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<Quote> {
  const quote = await getQuote(ctx, reach, id, "update")
  if (quote.state === "accepted") return quote
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  if (quote.state === "expired" || Temporal.PlainDate.compare(quote.validUntil, today) < 0) {
    paperworkRefusals.refuse("paperwork.quote_over", { until: quote.validUntil.toString() })
  }
  if (quote.state !== "sent") {
    paperworkRefusals.refuse("paperwork.quote_answered", { quoteId: id, state: quote.state })
  }
  const { accountId } = quote
  const made = await order(ctx, quote)
  await ctx.db
    .update(quotes)
    .set({ state: "accepted", answeredAt: ctx.clock.now(), answeredBy: actorId(ctx.actor), ...made })
    .where(eq(quotes.id, id))
  await recordAudit(ctx, { act: "paperwork.quote-accepted", subjectId: id, accountId, after: { ...made } })
  await announce(ctx, quoteAnswered, { quoteId: id, accountId, answer: "accepted" })
  return getQuote(ctx, reach, id)
}

async function order(
  ctx: Context,
  quote: Quote,
): Promise<{ readonly orderId: string | null; readonly requestId: string }> {
  const { accountId, currency, note, purchaseOrder } = quote
  const items = quotedItems(quote.lines)
  const lines = quote.lines.map(quotedLine)
  const wish = { accountId, currency, lines, note, purchaseOrder }
  if (items.length > 0) return placeQuotedOrder(ctx, { ...wish, items })
  const request = await requestPayment(ctx, { ...wish, orderId: null, purpose: "manual" })
  await issueOnTerms(ctx, { requestId: request.id, accountId })
  return { orderId: null, requestId: request.id }
}
