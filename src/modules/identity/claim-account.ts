import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { accountClaimed } from "./events.ts"
import { accounts, members } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

export interface AccountClaim {
  readonly accountId: string
  readonly personId: string
  /** Only when the account was opened with this address: a browser may be shared, an address is not. */
  readonly email?: string
}

/** An account that nobody acts for yet becomes this person's. False when somebody was first. */
export async function claimAccount(ctx: Context, { email, ...claim }: AccountClaim): Promise<boolean> {
  // Locked: two people who both hold the cart's token meet here, and the second one gets nothing.
  const [account] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, claim.accountId), email ? eq(accounts.email, email) : undefined))
    .limit(1)
    .for("update")
  if (!account || (await ctx.db.$count(members, eq(members.accountId, account.id))) > 0) return false
  await ctx.db
    .insert(members)
    .values({ id: ctx.newId("mem"), ...claim, role: "owner", createdAt: ctx.clock.now() })
  await announce(ctx, accountClaimed, claim)
  await tellSessionNews(ctx, claim.personId)
  return true
}
