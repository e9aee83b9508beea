import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { collectingNotes } from "./collecting-tables.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Two accounts became one: the surviving one goes on paying for what the other had. */
export async function moveSubscriptions(
  ctx: Context,
  accounts: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  await ctx.db
    .update(subscriptions)
    .set({ accountId: accounts.intoId })
    .where(eq(subscriptions.accountId, accounts.fromId))
  await ctx.db
    .update(collectingNotes)
    .set({ accountId: accounts.intoId })
    .where(and(eq(collectingNotes.accountId, accounts.fromId), isNull(collectingNotes.closedOn)))
}
