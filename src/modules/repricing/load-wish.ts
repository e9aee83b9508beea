import { listPriceTargets, type PlanVersion } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings, type TenantSettings } from "#tenancy"
import { repricingRefusals } from "./errors.ts"
import type { WithoutConsent } from "./plan-repricing.ts"
import { findPriceRule, type PriceRule } from "./price-rules.ts"

export interface ChangeWish {
  readonly planId?: string | undefined
  readonly productId?: string | undefined
  readonly versionId?: string | undefined
  readonly from?: string | undefined
  readonly boughtVersionId?: string | undefined
  readonly currency?: Currency | undefined
  readonly cycle?: string | undefined
  readonly withoutConsent: WithoutConsent
}

/** What everybody's plan of a change is computed from. */
export interface ChangeGround {
  readonly today: Temporal.PlainDate
  readonly fromOn: Temporal.PlainDate
  readonly settings: TenantSettings
  readonly rule: PriceRule
  readonly targets: readonly PlanVersion[]
}

/** Reads what is wished for, to which versions it leads, and by which rule. */
export async function loadWish(ctx: Context, reach: Reach, wish: ChangeWish): Promise<ChangeGround> {
  if (!wish.planId && !wish.productId)
    repricingRefusals.refuse("repricing.plan_needed", {}, { field: "planId" })
  const settings = await getSettings(ctx)
  const today = ctx.clock.today(settings.timeZone)
  const fromOn = wish.from ? Temporal.PlainDate.from(wish.from) : today.add({ days: 1 })
  if (Temporal.PlainDate.compare(fromOn, today) <= 0) {
    repricingRefusals.refuse("repricing.from_over", { from: fromOn.toString() }, { field: "from" })
  }
  const { planId, productId, versionId } = wish
  const targets = await listPriceTargets(ctx, reach, planId ? { planId, versionId } : { productId })
  return {
    today,
    fromOn,
    settings,
    targets,
    rule: findPriceRule({ country: settings.seller.country, on: fromOn }),
  }
}
