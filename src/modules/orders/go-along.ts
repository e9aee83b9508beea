import type { Subscription } from "#billing"
import { carryOptions, resourcesWith, type SellablePlan } from "#catalog"
import { money } from "#kit/money.ts"
import { chosenIn, listUnitOf, partsOf } from "./item-parts.ts"
import type { WishedPlan } from "./wished-plan.ts"

type OtherPlan = Omit<WishedPlan, "parts" | "kept" | "lost" | "setup" | "isOther"> &
  Pick<SellablePlan, "options">

/** Another plan with all of what was chosen so far that can be had with it: its unit and its sizes count that in. */
export function goAlong(
  { parts, cycle, planId }: Pick<Subscription, "parts" | "cycle" | "planId">,
  plan: OtherPlan,
): WishedPlan {
  const held = chosenIn(parts)
  const { currency } = plan.unit
  const { kept, lost } = carryOptions(held, plan.options, { cycle, currency })
  // What was paid once is done, and nothing is lost of it.
  const dear = new Set(held.filter(({ unitMinor }) => unitMinor !== "0").map(({ id }) => id))
  return {
    ...plan,
    unit: listUnitOf({ plan, chosen: kept }),
    resources: resourcesWith(plan.resources, plan.options, kept),
    parts: partsOf({ plan, chosen: kept }),
    kept,
    lost: lost.filter(({ id }) => dear.has(id)).map(({ words }) => words),
    setup: money(0n, currency),
    isOther: plan.planId !== planId,
  }
}
