import { currencyCodes } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { cycles } from "./cycle-contract.ts"
import type { PlanMeter } from "./meter.ts"
import type { PlanOption } from "./option.ts"
import type { PlanText } from "./plan-changes.ts"
import type { Resources } from "./tables.ts"
import type { PlanTrial } from "./trial.ts"

export interface SentPlanText {
  readonly name: Say
  readonly resources: Resources
  readonly packageId: number
  readonly prices: SentPrices
  readonly options?: readonly PlanOption[] | undefined
  readonly trial?: PlanTrial | null | undefined
  readonly meters?: readonly PlanMeter[] | undefined
}

/** As it was sent: options, meters and a trial that weren't stay as they were. */
export type WantedPlanText = Omit<PlanText, "options" | "trial" | "meters"> & {
  readonly meters?: readonly PlanMeter[] | undefined
  readonly options?: readonly PlanOption[] | undefined
  readonly trial?: PlanTrial | null | undefined
}

type SentPrices = Partial<
  Record<
    (typeof currencyCodes)[number],
    Partial<Record<(typeof cycles)[number], { readonly amount: string; readonly setupFee: string }>>
  >
>

/** The grid of currencies and cycles as rows, in the order in which they are shown. */
export function readPlanText({ prices, ...rest }: SentPlanText): WantedPlanText {
  const rows = currencyCodes.flatMap((currency) =>
    cycles.flatMap((cycle) => {
      const sent = prices[currency]?.[cycle]
      if (!sent) return []
      return [{ currency, cycle, amountMinor: BigInt(sent.amount), setupMinor: BigInt(sent.setupFee) }]
    }),
  )
  return { ...rest, prices: rows }
}
