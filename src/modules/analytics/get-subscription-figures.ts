import type { z } from "zod"
import { countChurn, sumOpenRequests, sumSubscriptions } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import type { subscriptionFiguresShape } from "./contract.ts"
import { planRecurring, type RecurringFigures } from "./plan-recurring.ts"

export type SubscriptionFigures = z.infer<typeof subscriptionFiguresShape>

/** Three statements, each added up by the database; nothing is kept. */
export async function getSubscriptionFigures(
  ctx: Context,
  reach: Reach,
  { months }: { readonly months: number },
): Promise<SubscriptionFigures> {
  const sums = await sumSubscriptions(ctx, reach)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const aged = await sumOpenRequests(ctx, reach, today)
  const isActive = (one: { readonly state: string }) => one.state === "active"
  return {
    recurring: planRecurring(sums).map(({ currency, active, withPastDue }) => ({
      currency,
      active: describe(active),
      withPastDue: describe(withPastDue),
    })),
    active: sums.filter(isActive).reduce((sum, one) => sum + one.count, 0),
    pastDue: sums.filter(({ state }) => state === "past_due").reduce((sum, one) => sum + one.count, 0),
    users: Number(sums.filter(isActive).reduce((sum, one) => sum + one.quantity, 0n)),
    churn: await countChurn(ctx, reach, months),
    ageing: aged.map(({ left, ...one }) => ({ ...one, left: toWire(left) })),
  }
}

function describe({ count, mrr, arr }: RecurringFigures) {
  return { count, mrr: toWire(mrr), arr: toWire(arr) }
}
