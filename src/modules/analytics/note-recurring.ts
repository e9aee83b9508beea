import { sumSubscriptions } from "#billing"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { planRecurring } from "./plan-recurring.ts"
import { recurringDays } from "./tables.ts"

/** Once a day; a second time changes nothing, for a day is said as it began. */
export async function noteRecurring(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const { currencies } = await getSettings(ctx)
  const found = new Map(
    planRecurring(await sumSubscriptions(ctx, { kind: "all" })).map((one) => [one.currency, one]),
  )
  const rows = [...new Set([...currencies, ...found.keys()])].map((currency) => {
    const one = found.get(currency)
    return {
      id: ctx.newId("rcd"),
      day,
      currency,
      active: one?.active.count ?? 0,
      activeMinor: one?.active.mrr.minor ?? 0n,
      withPastDue: one?.withPastDue.count ?? 0,
      withPastDueMinor: one?.withPastDue.mrr.minor ?? 0n,
    }
  })
  await ctx.db
    .insert(recurringDays)
    .values(rows)
    .onConflictDoNothing({ target: [recurringDays.tenantId, recurringDays.currency, recurringDays.day] })
}
