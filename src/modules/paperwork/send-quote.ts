import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { accountTax, planDocument, planQuoteContent, takeNumber } from "#billing"
import { getAccount } from "#identity"
import { type Context, type Reach, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { paperworkRefusals } from "./errors.ts"
import { quoteSent } from "./events.ts"
import { getQuote } from "./get-quote.ts"
import { canMove, type Quote, quotedLine } from "./quote.ts"
import { quotes } from "./quote-tables.ts"

/** It gets a number and goes to the customer; what it stands in for can't be accepted any more. Sent twice, it is sent once. */
export async function sendQuote(ctx: Context, id: string, reach: Reach = within(ctx.actor)): Promise<Quote> {
  const quote = await getQuote(ctx, reach, id, "update")
  if (quote.state !== "draft") return quote
  const settings = await getSettings(ctx)
  const today = ctx.clock.today(settings.timeZone)
  if (Temporal.PlainDate.compare(quote.validUntil, today) < 0) {
    paperworkRefusals.refuse("paperwork.day_past", {}, { field: "validUntil" })
  }
  if (quote.replacesId) await replace(ctx, reach, quote.replacesId)
  const account = await getAccount(ctx, quote.accountId)
  const { currency } = quote
  const tax = await accountTax(ctx, quote.accountId)
  const plan = planDocument({ currency, settings: tax, lines: quote.lines.map(quotedLine) })
  const { number, issuedOn } = await takeNumber(ctx, {
    legalEntityId: settings.legalEntityId,
    kind: "quote",
    today,
  })
  const content = planQuoteContent({ number, issuedOn, plan, tax: tax.snapshot, settings, account, quote })
  await ctx.db
    .update(quotes)
    .set({ state: "sent", number, content: JSON.stringify(content), sentAt: ctx.clock.now() })
    .where(eq(quotes.id, id))
  const { accountId } = quote
  await recordAudit(ctx, {
    act: "paperwork.quote-sent",
    subjectId: id,
    accountId,
    after: { number, total: toWire(plan.total), replacesId: quote.replacesId },
  })
  await announce(ctx, quoteSent, { quoteId: id, accountId })
  return getQuote(ctx, reach, id)
}

/** Accepted at this moment, it stands: then the new one is not sent. */
async function replace(ctx: Context, reach: Reach, id: string): Promise<void> {
  const old = await getQuote(ctx, reach, id, "update")
  if (!canMove(old.state, "replaced")) {
    paperworkRefusals.refuse("paperwork.quote_answered", { quoteId: id, state: old.state })
  }
  await ctx.db.update(quotes).set({ state: "replaced" }).where(eq(quotes.id, id))
}
