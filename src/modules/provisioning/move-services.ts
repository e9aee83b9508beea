import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { services } from "./tables.ts"

/** Two accounts became one. What each was called when it bought stays; machines stay under the owner they were built for. */
export async function moveServices(
  ctx: Context,
  accounts: { readonly fromId: string; readonly intoId: string },
): Promise<number> {
  const moved = await ctx.db
    .update(services)
    .set({ accountId: accounts.intoId })
    .where(eq(services.accountId, accounts.fromId))
    .returning({ id: services.id })
  return moved.length
}
