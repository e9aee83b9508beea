import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { correctionItems } from "./correction-tables.ts"
import { priceChangeItems } from "./tables.ts"

/** Two accounts became one: the surviving one is asked and told. */
export async function movePriceItems(
  ctx: Context,
  accounts: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  await ctx.db
    .update(priceChangeItems)
    .set({ accountId: accounts.intoId })
    .where(eq(priceChangeItems.accountId, accounts.fromId))
  await ctx.db
    .update(correctionItems)
    .set({ accountId: accounts.intoId })
    .where(eq(correctionItems.accountId, accounts.fromId))
}
