import type { Context, Reach } from "#kit/context.ts"
import { type Money, times } from "#kit/money.ts"
import { chargedNow } from "./charged-now.ts"
import { recomputeAmount } from "./line-rule.ts"
import { listPeriodsAfter } from "./list-periods-after.ts"
import { listPurchasePayments } from "./list-purchase-payments.ts"
import { paperTax } from "./paper-tax.ts"
import type { PaidPeriod } from "./plan-subscription-change.ts"
import type { PurchasePayment } from "./plan-taking-back.ts"
import type { StoredLine } from "./queries.ts"
import type { Subscription } from "./subscription.ts"

export interface PaidTime extends PaidPeriod {
  readonly lineId: string | null
  /** It was bought for another plan than it belongs to now. */
  readonly isChanged: boolean
  readonly payments: readonly PurchasePayment[]
  /** By what it was taxed; null of what nobody paid for. */
  readonly tax: ReturnType<typeof paperTax> | null
}

/** A line of the first order is about all its pieces; later ones are about this subscription alone. */
function chargedBy({ subscriptionId, reason }: StoredLine, { quantity }: Subscription): Money {
  return subscriptionId ? recomputeAmount(reason) : times(reason.unit, BigInt(quantity))
}

/** The periods that are paid and not over on a day, newest first, each at what was really charged for it. */
export async function listPaidPeriods(
  ctx: Context,
  reach: Reach,
  subscription: Subscription,
  on: Temporal.PlainDate,
): Promise<PaidTime[]> {
  if (reach.kind === "accounts" && !reach.accountIds.includes(subscription.accountId)) return []
  const rows = await listPeriodsAfter(ctx, subscription.id, on)
  const periods: PaidTime[] = []
  for (const row of rows) {
    const found = await listPurchasePayments(ctx, subscription, row)
    const line = row.changedOn ? undefined : found?.line
    periods.push({
      periodId: row.id,
      start: row.startOn,
      end: row.endOn,
      cycles: row.cycles,
      first: row.number - 1,
      share: row.share,
      charged: line ? chargedBy(line, subscription) : chargedNow(subscription, row),
      lineId: found?.line.id ?? null,
      isChanged: row.changedOn !== null,
      payments: found?.payments ?? [],
      tax: found ? paperTax(found.invoice, found.line) : null,
    })
  }
  return periods
}
