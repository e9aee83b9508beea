import { getDeliverablePlan, type PlanOption, type SellablePlan } from "#catalog"
import type { Context } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import type { ChangeFacts } from "./load-change.ts"

/** The plan that a service has, as it was agreed on: its own price without what was chosen, and what can be chosen. */
export interface OwnPlan
  extends Pick<SellablePlan, "planId" | "priceId" | "planName" | "resources" | "packageId"> {
  readonly versionId: string | null
  readonly unit: Money
  readonly options: readonly PlanOption[]
}

/** Whatever is on sale by now: what somebody has goes by the version they bought. */
export async function loadOwnPlan(
  ctx: Context,
  { service, subscription }: Pick<ChangeFacts, "service" | "subscription">,
): Promise<OwnPlan> {
  const { planId, versionId, priceId, parts, unit } = subscription
  const version = versionId ? await getDeliverablePlan(ctx, versionId) : null
  const [own] = parts
  return {
    planId,
    versionId,
    priceId,
    planName: service.planName,
    resources: version?.resources ?? service.plan.resources,
    packageId: version?.packageId ?? service.plan.packageId,
    unit: own ? money(BigInt(own.unitMinor), unit.currency) : unit,
    options: version?.options ?? [],
  }
}
