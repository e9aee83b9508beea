import { currencyCodes } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { cycles } from "./cycle-contract.ts"
import type { PlanText } from "./plan-changes.ts"
import type { Resources } from "./tables.ts"

export interface SentPlanText {
  readonly name: Say
  readonly resources: Resources
  readonly packageId: number
  readonly prices: SentPrices
}

type SentPrices = Partial<
  Record<
    (typeof currencyCodes)[number],
    Partial<Record<(typeof cycles)[number], { readonly amount: string; readonly setupFee: string }>>
  >
>

/** The grid of currencies and cycles as rows, in the order in which they are shown. */
export function readPlanText({ name, resources, packageId, prices }: SentPlanText): PlanText {
  const rows = currencyCodes.flatMap((currency) =>
    cycles.flatMap((cycle) => {
      const sent = prices[currency]?.[cycle]
      if (!sent) return []
      return [{ currency, cycle, amountMinor: BigInt(sent.amount), setupMinor: BigInt(sent.setupFee) }]
    }),
  )
  return { name, resources, packageId, prices: rows }
}
