import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { planChanges } from "./change-of-plan-tables.ts"

/** Two accounts became one: the surviving one's plans were changed. */
export async function movePlanChanges(
  ctx: Context,
  accounts: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  await ctx.db
    .update(planChanges)
    .set({ accountId: accounts.intoId })
    .where(eq(planChanges.accountId, accounts.fromId))
}
