import { and, asc, gte, inArray, lte, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { describeExemptions, type ExemptionView } from "./describe-exemptions.ts"
import { ENDS_SOON_DAYS } from "./exemption.ts"
import { NEWS_DAYS } from "./plan-exemption-notices.ts"
import { taxExemptions } from "./tables.ts"

const MOST_SHOWN = 100

/** Everybody's that ended lately or end soon and that no other one goes on from, the next one first. */
export async function listEndingExemptions(ctx: Context, reach: Reach): Promise<{ items: ExemptionView[] }> {
  const { timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const other = alias(taxExemptions, "other")
  const rows = await ctx.db
    .select()
    .from(taxExemptions)
    .where(
      and(
        reach.kind === "accounts" ? inArray(taxExemptions.accountId, [...reach.accountIds]) : undefined,
        gte(taxExemptions.untilOn, today.subtract({ days: NEWS_DAYS })),
        lte(taxExemptions.untilOn, today.add({ days: ENDS_SOON_DAYS })),
        lte(taxExemptions.fromOn, today),
        sql`not exists (select from ${taxExemptions} as other where ${other.tenantId} = ${taxExemptions.tenantId}
          and ${other.accountId} = ${taxExemptions.accountId} and ${other.country} = ${taxExemptions.country}
          and ${other.region} in (${taxExemptions.region}, '') and ${other.untilOn} > ${taxExemptions.untilOn}
          and ${other.fromOn} <= ${taxExemptions.untilOn} + 1)`,
      ),
    )
    .orderBy(asc(taxExemptions.untilOn), asc(taxExemptions.id))
    .limit(MOST_SHOWN)
  return { items: await describeExemptions(ctx, reach, rows) }
}
