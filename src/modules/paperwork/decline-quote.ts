import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context, type Reach, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { paperworkRefusals } from "./errors.ts"
import { quoteAnswered } from "./events.ts"
import { getQuote } from "./get-quote.ts"
import type { Quote } from "./quote.ts"
import { quotes } from "./quote-tables.ts"

/** The customer says no, with a word on why if they like. Staff may revise it. */
export async function declineQuote(
  ctx: Context,
  wish: { readonly id: string; readonly because?: string | undefined },
  reach: Reach = within(ctx.actor),
): Promise<Quote> {
  const quote = await getQuote(ctx, reach, wish.id, "update")
  if (quote.state === "declined") return quote
  if (quote.state !== "sent") {
    paperworkRefusals.refuse("paperwork.quote_answered", { quoteId: quote.id, state: quote.state })
  }
  const { id, accountId } = quote
  await ctx.db
    .update(quotes)
    .set({
      state: "declined",
      declinedBecause: wish.because || null,
      answeredAt: ctx.clock.now(),
      answeredBy: actorId(ctx.actor),
    })
    .where(eq(quotes.id, id))
  await recordAudit(ctx, {
    act: "paperwork.quote-declined",
    subjectId: id,
    accountId,
    reason: wish.because ?? null,
    after: { state: "declined" },
  })
  await announce(ctx, quoteAnswered, { quoteId: id, accountId, answer: "declined" })
  return getQuote(ctx, reach, id)
}
