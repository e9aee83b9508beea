import { eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"

/**
 * From which day on something changes that is changed today: never before the last change, wherever the clock or the
 * company's time zone was set meanwhile. A period that was over then would be open again, at another plan's price.
 */
export async function findChangeDay(
  ctx: Context,
  subscriptionId: string,
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate> {
  const [row] = await ctx.db
    .select({ last: sql<string | null>`max(${subscriptionPeriods.changedOn})::text` })
    .from(subscriptionPeriods)
    .where(eq(subscriptionPeriods.subscriptionId, subscriptionId))
  const last = row?.last ? Temporal.PlainDate.from(row.last) : today
  return Temporal.PlainDate.compare(last, today) > 0 ? last : today
}
