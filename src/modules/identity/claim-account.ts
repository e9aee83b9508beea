import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { accountClaimed } from "./events.ts"
import { accounts, members } from "./tables.ts"

/** An account that nobody acts for yet becomes this person's. False when somebody was first. */
export async function claimAccount(
  ctx: Context,
  claim: { readonly accountId: string; readonly personId: string },
): Promise<boolean> {
  // Locked: two people who both hold the cart's token meet here, and the second one gets nothing.
  const [account] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, claim.accountId))
    .limit(1)
    .for("update")
  if (!account || (await ctx.db.$count(members, eq(members.accountId, account.id))) > 0) return false
  await ctx.db
    .insert(members)
    .values({ id: ctx.newId("mem"), ...claim, role: "owner", createdAt: ctx.clock.now() })
  await announce(ctx, accountClaimed, claim)
  return true
}
