import { sql } from "drizzle-orm"
import type { z } from "zod"
import { sumSubscriptions } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import type { recurringHistoryShape } from "./contract.ts"
import { planHistory } from "./plan-history.ts"
import { planRecurring } from "./plan-recurring.ts"
import { recurringDays } from "./tables.ts"

export type RecurringHistory = z.infer<typeof recurringHistoryShape>

/** Where each month began, and where it stands now. What was noted is about the whole shop: nobody else is told. */
export async function getRecurringHistory(
  ctx: Context,
  reach: Reach,
  { months }: { readonly months: number },
): Promise<RecurringHistory> {
  if (reach.kind !== "all") return { currencies: [] }
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const noted = await listMonthsBegun(ctx, today.with({ day: 1 }).subtract({ months: months - 1 }))
  const now = planRecurring(await sumSubscriptions(ctx, reach))
  return { currencies: planHistory(noted, { day: today, now }) }
}

/** The first day that was noted in each month: the house may have been off on the first of it. */
async function listMonthsBegun(ctx: Context, from: Temporal.PlainDate) {
  const { rows } = await ctx.db.execute<{
    day: string
    currency: Currency
    count: number
    minor: string
  }>(sql`
    select distinct on (currency, date_trunc('month', day))
      day::text, currency, active as count, active_minor::text as minor
    from ${recurringDays} where day >= ${from.toString()}::date
    order by currency, date_trunc('month', day), day`)
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }))
}
