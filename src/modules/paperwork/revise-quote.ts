import { recordAudit } from "#audit"
import { actorId, type Context, type Reach, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { paperworkRefusals } from "./errors.ts"
import { getQuote } from "./get-quote.ts"
import { canMove, type Quote, storeQuoteLine } from "./quote.ts"
import { quotes } from "./quote-tables.ts"

/** Two weeks, where the old one's day is over. */
const VALID = { days: 14 }

/** Another one like it, to be changed and sent in its stead. The old one holds until then. */
export async function reviseQuote(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<Quote> {
  const old = await getQuote(ctx, reach, id)
  if (!canMove(old.state, "replaced")) {
    paperworkRefusals.refuse("paperwork.quote_answered", { quoteId: id, state: old.state })
  }
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const isOver = Temporal.PlainDate.compare(old.validUntil, today) < 0
  const next = ctx.newId("quo")
  await ctx.db.insert(quotes).values({
    id: next,
    state: "draft",
    accountId: old.accountId,
    currency: old.currency,
    lines: old.lines.map(storeQuoteLine),
    validUntil: isOver ? today.add(VALID) : old.validUntil,
    note: old.note,
    purchaseOrder: old.purchaseOrder,
    replacesId: old.id,
    replaces: old.number,
    writtenBy: actorId(ctx.actor),
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, {
    act: "paperwork.quote-written",
    subjectId: next,
    accountId: old.accountId,
    after: { replacesId: old.id },
  })
  return getQuote(ctx, reach, next)
}
