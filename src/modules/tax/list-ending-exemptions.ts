import { and, asc, gte, lte } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { describeExemptions, type ExemptionView } from "./describe-exemptions.ts"
import { ENDS_SOON_DAYS } from "./exemption.ts"
import { taxExemptions } from "./tables.ts"

const MOST_SHOWN = 100

/** Everybody's that end soon, the next one first. */
export async function listEndingExemptions(ctx: Context, _reach: Reach): Promise<{ items: ExemptionView[] }> {
  const { timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const rows = await ctx.db
    .select()
    .from(taxExemptions)
    .where(
      and(
        gte(taxExemptions.untilOn, today),
        lte(taxExemptions.untilOn, today.add({ days: ENDS_SOON_DAYS })),
        lte(taxExemptions.fromOn, today),
      ),
    )
    .orderBy(asc(taxExemptions.untilOn), asc(taxExemptions.id))
    .limit(MOST_SHOWN)
  return { items: await describeExemptions(ctx, rows) }
}
