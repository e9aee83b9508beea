import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import { actorId, type Context, type Reach, within } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getQuote } from "./get-quote.ts"
import { type Quote, storeQuoteLine } from "./quote.ts"
import { quotes } from "./quote-tables.ts"
import { readLastDay } from "./read-last-day.ts"
import { type QuoteLineWish, readQuoteLines } from "./read-quote-lines.ts"

export interface QuoteWish {
  readonly currency: Currency
  readonly lines: readonly QuoteLineWish[]
  readonly validUntil: string
  readonly note?: string | undefined
  readonly purchaseOrder?: string | undefined
}

/** Staff begin to write an offer. The customer sees nothing of it until it is sent. */
export async function createQuote(
  ctx: Context,
  wish: QuoteWish & { readonly accountId: string },
  reach: Reach = within(ctx.actor),
): Promise<Quote> {
  const account = await getAccount(ctx, wish.accountId)
  const id = ctx.newId("quo")
  const lines = await readQuoteLines(ctx, wish)
  await ctx.db.insert(quotes).values({
    id,
    state: "draft",
    accountId: account.id,
    currency: wish.currency,
    lines: lines.map(storeQuoteLine),
    validUntil: await readLastDay(ctx, wish.validUntil),
    note: wish.note || null,
    purchaseOrder: wish.purchaseOrder || null,
    writtenBy: actorId(ctx.actor),
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, { act: "paperwork.quote-written", subjectId: id, accountId: account.id, after: {} })
  return getQuote(ctx, reach, id)
}
