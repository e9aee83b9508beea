import type { trialLimits } from "./trial-contract.ts"

/** What is given before the first payment. Part of a version, as one value: whoever began it keeps it as it was. */
export interface PlanTrial {
  readonly days: number
  /** A payment method is left before it begins and charged when it ends; otherwise it has to be paid to go on. */
  readonly asksMethod: boolean
  /** How often a customer may: once for this product, or once for anything in the shop. */
  readonly once: (typeof trialLimits)[number]
}
