import type { Context, Reach } from "#kit/context.ts"
import type { TaxTerms } from "#tax"
import { getSettings } from "#tenancy"
import { accountTax } from "./account-tax.ts"
import { findChangeDay } from "./find-change-day.ts"
import { getSubscription } from "./get-subscription.ts"
import { listPaidPeriods, type PaidTime } from "./list-paid-periods.ts"
import { type LockedSubscription, lockSubscription } from "./lock-subscription.ts"
import { boundsOf, isCountable, plannedQuantity, type QuantityBounds, quantityOn } from "./quantity.ts"
import { MOST_PIECES } from "./quantity-contract.ts"
import { quantityRefusals } from "./quantity-errors.ts"
import { isRunning, type RunningSubscription } from "./subscription.ts"

export interface QuantityFacts {
  readonly subscription: RunningSubscription
  /** What asks for its next time; only where it was locked. */
  readonly request: LockedSubscription["request"]
  readonly today: Temporal.PlainDate
  readonly tax: TaxTerms
  readonly periods: readonly PaidTime[]
  readonly now: number
  readonly planned: ReturnType<typeof plannedQuantity>
  /** Between which whoever asks may choose; null: they may not. */
  readonly bounds: QuantityBounds | null
}

const wholeHouse: Reach = { kind: "all" }

/** What a change of the number is computed from. With `lock: "update"` nobody pays for it or changes it meanwhile. */
export async function loadQuantity(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: "read" | "update" = "read",
): Promise<QuantityFacts> {
  const { subscription, request } =
    lock === "update"
      ? await lockSubscription(ctx, reach, id)
      : { subscription: await getSubscription(ctx, reach, id), request: undefined }
  if (subscription.subject !== id) quantityRefusals.refuse("billing.quantity_by_service", { id })
  if (!isRunning(subscription) || !isCountable(subscription)) {
    return quantityRefusals.refuse("billing.quantity_not_running", { id, state: subscription.state })
  }
  const { timeZone } = await getSettings(ctx)
  const today = await findChangeDay(ctx, subscription.id, ctx.clock.today(timeZone))
  return {
    subscription,
    request,
    today,
    tax: await accountTax(ctx, subscription.accountId),
    periods: await listPaidPeriods(ctx, wholeHouse, subscription, today),
    now: quantityOn(subscription, today),
    planned: plannedQuantity(subscription, today),
    bounds: reach.kind === "all" ? { least: 1, most: MOST_PIECES } : boundsOf(subscription),
  }
}
