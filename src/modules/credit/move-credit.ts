import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { currencyCodes } from "#kit/money.ts"
import { lockCredit } from "./lock-credit.ts"
import { creditHolds } from "./tables.ts"
import { writeCreditEntries } from "./write-credit-entries.ts"

/**
 * Two accounts become one: the history says that what the one has is the other's, and what is set aside for its open
 * requests goes along with them. The balances stay locked for the merge, which moves the money itself.
 */
export async function moveCredit(
  ctx: Context,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  for (const currency of currencyCodes) {
    const parts = await lockCredit(ctx, fromId, currency)
    const move = { currency, cause: "moved" as const, reference: null }
    const away = { given: -parts.given, paid: -parts.paid }
    await writeCreditEntries(ctx, { ...move, accountId: fromId, parts: away })
    await writeCreditEntries(ctx, { ...move, accountId: intoId, parts })
  }
  await ctx.db
    .update(creditHolds)
    .set({ accountId: intoId })
    .where(and(eq(creditHolds.accountId, fromId), eq(creditHolds.state, "held")))
}
