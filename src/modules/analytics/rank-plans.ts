import { toWire } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { planRecurring, type RecurringFacts } from "./plan-recurring.ts"
import type { Sales } from "./plan-sales.ts"

/** More than anybody compares. */
const MOST_PLANS = 100

/** What is in force, the plan that most have first; of as many, the one that was there first. Pure. */
export function rankPlans(
  sums: readonly (RecurringFacts & { readonly planId: string })[],
  names: ReadonlyMap<string, Say>,
): Sales["plans"] {
  const active = sums.filter(({ state }) => state === "active")
  return [...Map.groupBy(active, ({ planId }) => planId)]
    .map(([planId, rows]) => ({
      planId,
      name: names.get(planId) ?? { en: planId, ko: planId },
      active: rows.reduce((sum, { count }) => sum + count, 0),
      recurring: planRecurring(rows).map(({ currency, active: { mrr } }) => ({ currency, mrr: toWire(mrr) })),
    }))
    .toSorted((one, other) => other.active - one.active || (one.planId < other.planId ? -1 : 1))
    .slice(0, MOST_PLANS)
}
