import type { Currency } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { cycles } from "./cycle-contract.ts"
import type { PlanMeter } from "./meter.ts"
import type { PlanOption } from "./option.ts"
import type { Resources } from "./tables.ts"
import type { PlanTrial } from "./trial.ts"

/** What a version says: everything that somebody buys with it. */
export interface PlanText {
  readonly name: Say
  readonly resources: Resources
  readonly packageId: number
  readonly prices: readonly PriceText[]
  /** What can be chosen with it, in the order in which it is shown. */
  readonly options: readonly PlanOption[]
  /** How it can be tried before the first payment; null: it can't. */
  readonly trial: PlanTrial | null
  /** What is charged by use. */
  readonly meters: readonly PlanMeter[]
}

export interface PriceText {
  readonly cycle: (typeof cycles)[number]
  readonly currency: Currency
  readonly amountMinor: bigint
  readonly setupMinor: bigint
}

export interface FieldChange {
  /** "name.en", "resources.memoryMb", "packageId", "option.max". */
  readonly field: string
  /** The option or choice it belongs to; null: the plan itself. */
  readonly of: Say | null
  readonly before: string
  readonly after: string
}
