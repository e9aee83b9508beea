import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { collectingNotes } from "./collecting-tables.ts"
import { findBillingDay } from "./find-billing-day.ts"
import { billingDays, subscriptions } from "./subscription-tables.ts"

/** Two accounts became one: the surviving one goes on paying for what the other had. */
export async function moveSubscriptions(
  ctx: Context,
  accounts: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  await ctx.db
    .update(subscriptions)
    .set({
      accountId: accounts.intoId,
      // On the day of the account that they belong to now.
      billingDay: await findBillingDay(ctx, { kind: "all" }, accounts.intoId),
    })
    .where(eq(subscriptions.accountId, accounts.fromId))
  await ctx.db.delete(billingDays).where(eq(billingDays.accountId, accounts.fromId))
  await ctx.db
    .update(collectingNotes)
    .set({ accountId: accounts.intoId })
    .where(and(eq(collectingNotes.accountId, accounts.fromId), isNull(collectingNotes.closedOn)))
}
