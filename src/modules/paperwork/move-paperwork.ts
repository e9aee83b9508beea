import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { quotes } from "./quote-tables.ts"
import { drafts } from "./tables.ts"

/** Two accounts became one: what is still being written is about the surviving one. */
export async function movePaperwork(
  ctx: Context,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  await ctx.db
    .update(drafts)
    .set({ accountId: intoId })
    .where(and(eq(drafts.accountId, fromId), eq(drafts.state, "draft")))
  await ctx.db
    .update(quotes)
    .set({ accountId: intoId })
    .where(and(eq(quotes.accountId, fromId), inArray(quotes.state, ["draft", "sent"])))
}
