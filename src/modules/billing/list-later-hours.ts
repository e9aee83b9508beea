import { and, isNotNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isChargeDay } from "./charge-days.ts"
import { planChargeHour } from "./charge-hours.ts"
import { isCharged } from "./is-charged.ts"
import { readCollectingDay } from "./read-collecting-day.ts"
import { paymentRequests } from "./tables.ts"

/** Days of forty, each tried on one of them. */
const MOST_DAYS = 1_600

/** The moments of today that are still to come and at which something is tried once more, in order. */
export async function listLaterHours(ctx: Context): Promise<string[]> {
  const { today, hour: now, timeZone, policy } = await readCollectingDay(ctx)
  const tried = await ctx.db
    .select({ dueOn: paymentRequests.dueOn, triedOn: paymentRequests.chargedOn })
    .from(paymentRequests)
    .where(and(isCharged(today), isNotNull(paymentRequests.chargedOn)))
    .groupBy(paymentRequests.dueOn, paymentRequests.chargedOn)
    .limit(MOST_DAYS)
  const { chargeDays } = policy
  const hours = tried
    .map((one) => ({ ...one, today, chargeDays }))
    .filter((facts) => isChargeDay(facts))
    .map((facts) => planChargeHour(facts, policy))
    .filter((hour) => hour > now)
  return [...new Set(hours)]
    .toSorted((one, other) => one - other)
    .map((hour) => atHour(today, hour, timeZone))
}

function atHour(today: Temporal.PlainDate, hour: number, timeZone: string): string {
  return today.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant().toString()
}
