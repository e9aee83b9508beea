import { type Cycle, cycleOrder, type Plan, savingOf } from "./offer.ts"

/** What every plan saves at least with a term: said of all, it must hold for each. */
export function commonSavings(plans: readonly Plan[]): Partial<Record<Cycle, number>> {
  return Object.fromEntries(
    cycleOrder.flatMap((cycle) => {
      const savings = plans.map((plan) => savingOf(plan, cycle)?.percent ?? 0)
      const least = Math.min(...savings)
      return savings.length > 0 && least > 0 ? [[cycle, least]] : []
    }),
  )
}
