import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { paperworkRefusals } from "./errors.ts"
import { getQuote } from "./get-quote.ts"
import { quotes } from "./quote-tables.ts"

export async function throwAwayQuote(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<{ readonly id: string }> {
  const { state, accountId } = await getQuote(ctx, reach, id, "update")
  if (state !== "draft") paperworkRefusals.refuse("paperwork.quote_sent", { quoteId: id })
  await ctx.db.delete(quotes).where(eq(quotes.id, id))
  await recordAudit(ctx, { act: "paperwork.quote-thrown-away", subjectId: id, accountId })
  return { id }
}
