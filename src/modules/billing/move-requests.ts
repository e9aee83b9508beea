import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { paymentRequests } from "./tables.ts"

/** Two accounts became one: what is still to be paid will be the surviving one's. Paid and issued papers stay as they are. */
export async function moveRequests(
  ctx: Context,
  accounts: { readonly fromId: string; readonly intoId: string },
): Promise<string[]> {
  const moved = await ctx.db
    .update(paymentRequests)
    .set({ accountId: accounts.intoId })
    .where(and(eq(paymentRequests.accountId, accounts.fromId), eq(paymentRequests.state, "open")))
    .returning({ id: paymentRequests.id })
  return moved.map((row) => row.id)
}
