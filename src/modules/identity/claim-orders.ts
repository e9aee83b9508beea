import { and, eq, isNotNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { claimAccount } from "./claim-account.ts"
import { signUps } from "./sign-in-tables.ts"

/** All of them: who ordered twice before reading the mail has shown the same address for both. */
export async function claimOrders(ctx: Context, personId: string, email: string): Promise<number> {
  const waiting = await ctx.db
    .select({ accountId: signUps.accountId })
    .from(signUps)
    .where(and(eq(signUps.email, email), isNotNull(signUps.accountId)))
    .limit(100)
  let claimed = 0
  for (const { accountId } of waiting) {
    if (accountId && (await claimAccount(ctx, { accountId, personId }))) claimed++
  }
  return claimed
}
