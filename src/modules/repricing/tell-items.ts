import { and, asc, gt } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { getChange } from "./get-change.ts"
import { groundOf } from "./ground-of.ts"
import { isToBeTold } from "./is-to-be-told.ts"
import { repricingCatchUp } from "./repricing-catch-up.ts"
import { priceChangeItems } from "./tables.ts"
import { tellAccount } from "./tell-account.ts"

const ACCOUNTS_AT_ONCE = 25
const wholeHouse: Reach = { kind: "all" }

/**
 * Asks and tells whose day has come, one mail a customer. A customer who can't be told is left out and named; the others
 * are. Gives the last account of this chunk, null at the end.
 */
export async function tellItems(ctx: Context, changeId: string, after: string): Promise<string | null> {
  const change = await getChange(ctx, wholeHouse, changeId)
  if (change.state !== "running") return null
  const ground = await groundOf(ctx, change)
  const accounts = await ctx.db
    .selectDistinct({ id: priceChangeItems.accountId })
    .from(priceChangeItems)
    .where(and(isToBeTold(change, ground.today), gt(priceChangeItems.accountId, after)))
    .orderBy(asc(priceChangeItems.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  const ids = accounts.map(({ id }) => id)
  const { leftOut } = await inHalves(ctx, ids, async (part) => {
    for (const accountId of part) await tellAccount(ctx, { change, ground, accountId })
  })
  await repricingCatchUp.leaveOut(ctx, "tell", leftOut)
  return ids.at(-1) ?? null
}
