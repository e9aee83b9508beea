import { and, asc, eq, gt, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { getChange } from "./get-change.ts"
import { undoableOf } from "./price-change.ts"
import { repricingCatchUp } from "./repricing-catch-up.ts"
import { priceChangeItems } from "./tables.ts"
import { takeBackAccount } from "./take-back-account.ts"

const ACCOUNTS_AT_ONCE = 25
const wholeHouse: Reach = { kind: "all" }

/**
 * Of a change that was stopped: what has not begun stays at the old price, and whoever was told is told that. A customer
 * whose part can't be taken back is left out and named; the others' is.
 */
export async function takeBackItems(ctx: Context, changeId: string, after: string): Promise<string | null> {
  const change = await getChange(ctx, wholeHouse, changeId)
  if (change.state !== "stopped") return null
  const accounts = await ctx.db
    .selectDistinct({ id: priceChangeItems.accountId })
    .from(priceChangeItems)
    .where(
      and(
        eq(priceChangeItems.changeId, changeId),
        inArray(priceChangeItems.state, undoableOf(change.stoppedFor)),
        gt(priceChangeItems.accountId, after),
      ),
    )
    .orderBy(asc(priceChangeItems.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  const ids = accounts.map(({ id }) => id)
  const { leftOut } = await inHalves(ctx, ids, async (part) => {
    for (const id of part) await takeBackAccount(ctx, change, id)
  })
  await repricingCatchUp.leaveOut(ctx, "take back", leftOut)
  return ids.at(-1) ?? null
}
