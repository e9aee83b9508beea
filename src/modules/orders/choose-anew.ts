import type { Subscription } from "#billing"
import { rechooseOptions, resourcesWith, type SentOptions } from "#catalog"
import { money, sum, times } from "#kit/money.ts"
import { heldIn, listUnitOf, partsOf } from "./item-parts.ts"
import type { OwnPlan } from "./load-own-plan.ts"
import type { WishedPlan } from "./wished-plan.ts"

/** The plan that somebody has, with other choices. Refuses at its field what the plan doesn't offer. */
export function chooseAnew(
  { parts, cycle, quantity, unit }: Pick<Subscription, "parts" | "cycle" | "quantity" | "unit">,
  own: OwnPlan,
  sent: SentOptions,
): WishedPlan {
  const { currency } = unit
  const held = heldIn(parts, currency)
  const { chosen, dropped } = rechooseOptions(own.options, held, sent, { cycle, currency })
  const stays = new Set(chosen.map(({ id }) => id))
  return {
    ...own,
    left: null,
    unit: listUnitOf({ plan: own, chosen }),
    resources: resourcesWith(own.resources, own.options, chosen),
    parts: partsOf({ plan: own, chosen }),
    kept: chosen,
    lost: dropped.filter(({ id }) => !stays.has(id)).map(({ words }) => words),
    setup: times(sum(currency, [money(0n, currency), ...chosen.map((one) => one.setup)]), BigInt(quantity)),
    isOther: dropped.length > 0 || chosen.length !== held.length,
  }
}
