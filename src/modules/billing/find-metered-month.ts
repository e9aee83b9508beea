import { and, eq, isNull } from "drizzle-orm"
import { listPlanMeters, type PricedMeter, priceMeters } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { getSubscription } from "./get-subscription.ts"
import { metered } from "./metered-tables.ts"
import { monthOf } from "./plan-use-windows.ts"

/** The month of use that runs, and what is charged in it. */
export interface MeteredMonth {
  readonly subscriptionId: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly days: number
  readonly of: number
  readonly pieces: number
  readonly currency: Currency
  readonly meters: readonly PricedMeter[]
}

/** Of one agreement that the caller may see; undefined where nothing is charged by use. */
export async function findMeteredMonth(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<MeteredMonth | undefined> {
  const one = await getSubscription(ctx, reach, id)
  const versionId = one.versionId ?? ""
  const { currency } = one.unit
  const found = (await listPlanMeters(ctx, one.versionId ? [versionId] : [])).get(versionId) ?? []
  const meters = priceMeters(found, currency)
  if (meters.length === 0 || one.endedAt) return undefined
  const [row] = await ctx.db
    .select()
    .from(metered)
    .where(and(eq(metered.subscriptionId, id), isNull(metered.endedOn)))
    .limit(1)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const since = row?.since ?? one.periodStart ?? today
  const day = row?.countedUntil ?? since
  const { start, end } = monthOf(since, day)
  const length = (from: Temporal.PlainDate) => from.until(end, { largestUnit: "days" }).days
  const days = { days: length(day), of: length(start) }
  return { subscriptionId: id, from: day, to: end, ...days, pieces: one.quantity, currency, meters }
}
