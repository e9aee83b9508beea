import { type SalesPeriod, sumSales, sumSubscriptionsByPlan } from "#billing"
import { listPlanNames } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { planSales, type Sales } from "./plan-sales.ts"
import { rankPlans } from "./rank-plans.ts"

/** Three statements: the papers since the first period, what runs by plan, and what the plans are called. */
export async function getSales(
  ctx: Context,
  reach: Reach,
  { by, count }: { readonly by: SalesPeriod; readonly count: number },
): Promise<Sales> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const periods = listPeriods(today, by, count)
  const sums = await sumSales(ctx, reach, { from: periods[0] ?? today, by })
  const plans = await sumSubscriptionsByPlan(ctx, reach)
  const names = await listPlanNames(ctx, [...new Set(plans.map(({ planId }) => planId))])
  return {
    by,
    currencies: planSales(
      periods.map((day) => day.toString().slice(0, LENGTHS[by])),
      sums,
    ),
    plans: rankPlans(plans, names),
  }
}

/** Of "2026-11-21". */
const LENGTHS = { day: 10, month: 7, year: 4 } as const

/** The first days of the last so many, oldest first. */
function listPeriods(today: Temporal.PlainDate, by: SalesPeriod, count: number): Temporal.PlainDate[] {
  const first = { day: today, month: today.with({ day: 1 }), year: today.with({ month: 1, day: 1 }) }[by]
  return Array.from({ length: count }, (_, index) => {
    const ago = count - 1 - index
    return first.subtract({ [`${by}s`]: ago })
  })
}
