import { and, desc, eq, gt } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { times } from "#kit/money.ts"
import { listPurchasePayments } from "./list-purchase-payments.ts"
import type { PaidPeriod } from "./plan-subscription-change.ts"
import type { PurchasePayment } from "./plan-taking-back.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"

/** Three years of months, all paid in advance. */
const MOST_PERIODS = 36

export interface PaidTime extends PaidPeriod {
  readonly lineId: string | null
  readonly payments: readonly PurchasePayment[]
}

/** The periods that are paid and not over on a day, newest first, each at what was really charged for it. */
export async function listPaidPeriods(
  ctx: Context,
  reach: Reach,
  subscription: Subscription,
  on: Temporal.PlainDate,
): Promise<PaidTime[]> {
  if (reach.kind === "accounts" && !reach.accountIds.includes(subscription.accountId)) return []
  const rows = await ctx.db
    .select()
    .from(subscriptionPeriods)
    .where(and(eq(subscriptionPeriods.subscriptionId, subscription.id), gt(subscriptionPeriods.endOn, on)))
    .orderBy(desc(subscriptionPeriods.number))
    .limit(MOST_PERIODS)
  const periods: PaidTime[] = []
  for (const row of rows) {
    const found = await listPurchasePayments(ctx, subscription, row)
    const unit = (!row.changedOn && found?.line.reason.unit) || subscription.unit
    periods.push({
      periodId: row.id,
      start: row.startOn,
      end: row.endOn,
      cycles: row.cycles,
      charged: times(unit, BigInt(subscription.quantity * row.cycles)),
      lineId: found?.line.id ?? null,
      payments: found?.payments ?? [],
    })
  }
  return periods
}
