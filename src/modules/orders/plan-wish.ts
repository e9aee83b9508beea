import {
  chargeBeside,
  gatewayLeast as leastOf,
  planSubscriptionChange,
  type SubscriptionChange,
} from "#billing"
import { addSetup } from "./add-setup.ts"
import { type Hindrance, hindranceOf } from "./change-of-plan.ts"
import { chargeWith } from "./charge-with.ts"
import type { ChangeFacts } from "./load-change.ts"
import type { WishedPlan } from "./wished-plan.ts"

export interface PlannedWish {
  /** Undefined: nothing is paid on that day. */
  readonly change: SubscriptionChange | undefined
  readonly hindrance: Hindrance
}

/** Pure: what a wish means in money from a day on, and what stands in its way. */
export function planWish(
  { periods, service, subscription }: Pick<ChangeFacts, "periods" | "service" | "subscription">,
  plan: WishedPlan,
  changeOn: Temporal.PlainDate,
): PlannedWish {
  const gatewayLeast = leastOf(plan.unit.currency)
  const isSamePlan = plan.planId === subscription.planId
  const chargeOf = isSamePlan ? chargeBeside(subscription, plan.unit) : chargeWith(subscription, plan)
  const difference = planSubscriptionChange({ periods, changeOn, chargeOf, gatewayLeast })
  const change = difference && addSetup(difference, { setup: plan.setup, gatewayLeast })
  const hindrance = hindranceOf({
    storageGb: { from: service.plan.resources.storageGb, to: plan.resources.storageGb },
    isOther: plan.isOther,
    isPaid: change !== undefined,
    isMixed: difference?.outcome === "give_back" && plan.setup.minor > 0n,
    isBothWays: change?.outcome === "pay" && change.parts.some(isCheaper),
  })
  return { change, hindrance }
}

function isCheaper({ plan }: SubscriptionChange["parts"][number]): boolean {
  return plan.due.minor < plan.unused.minor
}
