import {
  accountTax,
  findChangeDay,
  findSubscriptionOf,
  listPaidPeriods,
  lockSubscription,
  type Subscription,
} from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { getServicePlan, type ServicePlan } from "#provisioning"
import type { TaxTerms } from "#tax"
import { getSettings, type TenantSettings } from "#tenancy"
import { orderRefusals } from "./errors.ts"

export interface ChangeFacts {
  readonly service: ServicePlan
  readonly subscription: Subscription
  readonly today: Temporal.PlainDate
  readonly settings: TenantSettings
  /** By what the account is taxed now. */
  readonly tax: TaxTerms
  readonly periods: Awaited<ReturnType<typeof listPaidPeriods>>
}

const changeable = ["active", "past_due"]

/** What a change of plan is computed from. With `lock: "update"` nobody extends or changes it meanwhile. */
export async function loadChange(
  ctx: Context,
  reach: Reach,
  serviceId: string,
  lock: "read" | "update" = "read",
): Promise<ChangeFacts> {
  const service = await getServicePlan(ctx, reach, serviceId)
  // Who may see the service may see what pays for it; a reach over single services names no account.
  const found = await findSubscriptionOf(ctx, { kind: "all" }, serviceId)
  const subscription =
    found && lock === "update" ? (await lockSubscription(ctx, { kind: "all" }, found.id)).subscription : found
  if (!subscription || !changeable.includes(subscription.state)) {
    return orderRefusals.refuse("orders.change_missing", { serviceId })
  }
  const settings = await getSettings(ctx)
  const today = await findChangeDay(ctx, subscription.id, ctx.clock.today(settings.timeZone))
  const periods = await listPaidPeriods(ctx, { kind: "all" }, subscription, today)
  const tax = await accountTax(ctx, subscription.accountId)
  return { service, subscription, today, settings, tax, periods }
}
