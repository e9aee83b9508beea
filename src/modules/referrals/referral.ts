import type { Currency } from "#kit/money.ts"
import type { referralStates, voidCauses } from "./contract.ts"

export type ReferralState = (typeof referralStates)[number]
export type VoidCause = (typeof voidCauses)[number]

/** Minor units as text, for they stand in JSON. */
export interface Reward {
  readonly currency: Currency
  readonly referrerMinor: string
  readonly newcomerMinor: string
}

/** What was promised to both when one of them came. */
export interface ReferralTerms {
  readonly afterDays: number
  readonly mostAYear: number | null
  readonly rewards: readonly Reward[]
}

export interface ReferralPolicy extends ReferralTerms {
  readonly isOn: boolean
}

/** As links and cookies carry it. */
export const codePattern = /^[a-z0-9]{6,20}$/

/** Who hasn't paid by then did not come because of it. */
export const FORGOTTEN_DAYS = 365
