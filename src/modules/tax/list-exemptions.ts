import { asc, desc, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { describeExemptions, type ExemptionView } from "./describe-exemptions.ts"
import { taxExemptions } from "./tables.ts"
import { taxPlaceOf } from "./tax-place-of.ts"

const MOST_SHOWN = 100

/** All of an account's, the last one first. */
export async function listExemptions(
  ctx: Context,
  reach: Reach,
  accountId: string,
): Promise<{ items: ExemptionView[] }> {
  await taxPlaceOf(ctx, reach, accountId)
  const rows = await ctx.db
    .select()
    .from(taxExemptions)
    .where(eq(taxExemptions.accountId, accountId))
    .orderBy(desc(taxExemptions.untilOn), asc(taxExemptions.id))
    .limit(MOST_SHOWN)
  return { items: await describeExemptions(ctx, reach, rows) }
}
