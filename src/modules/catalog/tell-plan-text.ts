import type { PlanText } from "./plan-changes.ts"

/** As the audit keeps it: prices by currency and cycle, amounts as text. */
export function tellPlanText({
  name,
  resources,
  packageId,
  prices,
  options,
  trial,
  meters,
}: PlanText): Record<string, unknown> {
  const told = prices.map(
    ({ currency, cycle, amountMinor, setupMinor }) =>
      [
        `${currency} ${cycle}`,
        setupMinor === 0n ? `${amountMinor}` : `${amountMinor} + ${setupMinor}`,
      ] as const,
  )
  return { name, resources, packageId, prices: Object.fromEntries(told), options, trial, meters }
}
