import { and, asc, gt, gte, lte, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { NEWS_DAYS, WARN_DAYS } from "./plan-exemption-notices.ts"
import { taxExemptions } from "./tables.ts"
import { taxCatchUp } from "./tax-catch-up.ts"
import { tellExemptionsOf } from "./tell-exemptions-of.ts"

const ACCOUNTS_AT_ONCE = 100
const MOST_CHUNKS = 100

/**
 * Tells customers of certificates that end or have ended: one mail a day and customer, each end once. A customer who
 * can't be told is left out and named; the others are.
 */
export async function tellEndingExemptions(ctx: Context, today: Temporal.PlainDate): Promise<void> {
  await taxCatchUp.tryAgain(ctx)
  let after = ""
  for (let chunk = 1; chunk <= MOST_CHUNKS; chunk++) {
    const ids = await listUntold(ctx, today, after)
    const { leftOut } = await inHalves(ctx, ids, (part) => tellExemptionsOf(ctx, part, today))
    await taxCatchUp.leaveOut(ctx, "tell", leftOut)
    after = ids.at(-1) ?? ""
    if (ids.length < ACCOUNTS_AT_ONCE) return
  }
}

async function listUntold(ctx: Context, today: Temporal.PlainDate, after: string): Promise<string[]> {
  const accounts = await ctx.db
    .selectDistinct({ id: taxExemptions.accountId })
    .from(taxExemptions)
    .where(
      and(
        gte(taxExemptions.untilOn, today.subtract({ days: NEWS_DAYS })),
        lte(taxExemptions.untilOn, today.add({ days: WARN_DAYS })),
        sql`case when ${taxExemptions.untilOn} < ${today.toString()}::date then ${taxExemptions.toldOverOf}
            else ${taxExemptions.warnedOf} end is distinct from ${taxExemptions.untilOn}`,
        gt(taxExemptions.accountId, after),
      ),
    )
    .orderBy(asc(taxExemptions.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  return accounts.map(({ id }) => id)
}
