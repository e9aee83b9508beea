import { and, desc, eq, gt } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"

/** Three years of months, all paid in advance. */
const MOST_PERIODS = 36

/** Those that are not over on a day, newest first. */
export function listPeriodsAfter(ctx: Context, subscriptionId: string, on: Temporal.PlainDate) {
  return ctx.db
    .select()
    .from(subscriptionPeriods)
    .where(and(eq(subscriptionPeriods.subscriptionId, subscriptionId), gt(subscriptionPeriods.endOn, on)))
    .orderBy(desc(subscriptionPeriods.number))
    .limit(MOST_PERIODS)
}
