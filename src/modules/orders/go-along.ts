import type { PricePart, Subscription } from "#billing"
import { type ChosenOption, carryOptions, resourcesWith, type SellablePlan } from "#catalog"
import type { Say } from "#kit/refusal.ts"
import { chosenIn, listUnitOf, partsOf } from "./item-parts.ts"

type OtherPlan = Pick<SellablePlan, "planName" | "unit" | "resources" | "options">

/** Another plan with all that goes along to it: its unit and its sizes count that in. */
export type PlanWithAll<Plan extends OtherPlan> = Plan & {
  readonly parts: readonly PricePart[]
  readonly kept: readonly ChosenOption[]
  /** What costs something now and can't be had with the other plan. */
  readonly lost: readonly Say[]
}

/** What was chosen with the plan so far, with another one. */
export function goAlong<Plan extends OtherPlan>(
  { parts, cycle }: Pick<Subscription, "parts" | "cycle">,
  plan: Plan,
): PlanWithAll<Plan> {
  const held = chosenIn(parts)
  const { kept, lost } = carryOptions(held, plan.options, { cycle, currency: plan.unit.currency })
  // What was paid once is done, and nothing is lost of it.
  const dear = new Set(held.filter(({ unitMinor }) => unitMinor !== "0").map(({ id }) => id))
  return {
    ...plan,
    unit: listUnitOf({ plan, chosen: kept }),
    resources: resourcesWith(plan.resources, plan.options, kept),
    parts: partsOf({ plan, chosen: kept }),
    kept,
    lost: lost.filter(({ id }) => dear.has(id)).map(({ words }) => words),
  }
}
