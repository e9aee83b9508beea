import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { carryOutWork } from "./carry-out.ts"
import { repricingCatchUp } from "./repricing-catch-up.ts"
import { priceChanges } from "./tables.ts"

/** More at once nobody has under way. */
const MOST_CHANGES = 500

/**
 * Each change that is under way has its work of the day; one look at a small index where there is none. Whom
 * an earlier day left out is tried once more.
 */
export async function sweepChanges(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  await repricingCatchUp.tryAgain(ctx)
  const rows = await ctx.db
    .select({ id: priceChanges.id })
    .from(priceChanges)
    .where(inArray(priceChanges.state, ["listing", "running"]))
    .orderBy(priceChanges.id)
    .limit(MOST_CHANGES)
  for (const { id } of rows) {
    await startWork(ctx, carryOutWork, { changeId: id, day: day.toString() }, { key: `${id} ${day}` })
  }
}
