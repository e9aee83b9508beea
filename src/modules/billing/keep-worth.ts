import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { chargedNow } from "./charged-now.ts"
import { findPurchaseLine } from "./find-purchase-line.ts"
import { listPeriodsAfter } from "./list-periods-after.ts"
import type { RunningSubscription } from "./subscription.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"

/** By which line its paid time was bought, and what it is worth since it belongs to another plan: found by the old price. */
export async function keepWorth(ctx: Context, subscription: RunningSubscription): Promise<void> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  for (const period of await listPeriodsAfter(ctx, subscription.id, today)) {
    const lineId = period.lineId ?? (await findPurchaseLine(ctx, subscription, period))
    const worth = period.changedOn ? { worthMinor: chargedNow(subscription, period).minor } : {}
    await ctx.db
      .update(subscriptionPeriods)
      .set({ lineId, ...worth })
      .where(eq(subscriptionPeriods.id, period.id))
  }
}
