import { and, asc, eq, gt } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { correctionItems } from "./correction-tables.ts"
import { getCorrection } from "./get-correction.ts"
import { isUntold } from "./is-untold.ts"
import { loadVersions } from "./load-versions.ts"
import { repricingCatchUp } from "./repricing-catch-up.ts"
import { tellCorrectedAccount } from "./tell-corrected-account.ts"

const ACCOUNTS_AT_ONCE = 25
const wholeHouse: Reach = { kind: "all" }

/** One mail a customer. A customer who can't be told is left out and named; the others are told. */
export async function tellCorrected(
  ctx: Context,
  correctionId: string,
  after: string,
): Promise<string | null> {
  const accounts = await ctx.db
    .selectDistinct({ id: correctionItems.accountId })
    .from(correctionItems)
    .where(
      and(isUntold, eq(correctionItems.correctionId, correctionId), gt(correctionItems.accountId, after)),
    )
    .orderBy(asc(correctionItems.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  const versions = await loadVersions(ctx, wholeHouse, await getCorrection(ctx, wholeHouse, correctionId))
  const ids = accounts.map(({ id }) => id)
  const { leftOut } = await inHalves(ctx, ids, async (part) => {
    for (const accountId of part) await tellCorrectedAccount(ctx, { correctionId, accountId, versions })
  })
  await repricingCatchUp.leaveOut(ctx, "tell corrected", leftOut)
  return ids.at(-1) ?? null
}
