import type { Money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { attemptStates } from "./contract.ts"
import type { DeclineKind } from "./decline.ts"

export type AttemptState = (typeof attemptStates)[number]

/** One try to settle a reference at a gateway. */
export interface Attempt {
  readonly id: string
  readonly reference: string
  readonly accountId: string
  readonly endpointId: string
  readonly gateway: string
  readonly amount: Money
  readonly description: string
  readonly language: Language
  /** The saved method it charges; null when the payer pays at the gateway's page. */
  readonly methodId: string | null
  readonly asksToKeep: boolean
  readonly state: AttemptState
  readonly checkoutId: string | null
  readonly redirectUrl: string | null
  readonly expiresAt: Temporal.Instant | null
  readonly chargeId: string | null
  /** The tax in it, as its paper says; null: nobody said, or it is another by now. */
  readonly taxMinor: bigint | null
  /** What the gateway kept of it for itself, as far as it told. */
  readonly feeMinor: bigint | null
  /** Where the method that paid was issued, when the gateway told. */
  readonly payerCountry: string | null
  readonly decline: DeclineKind | null
  readonly createdAt: Temporal.Instant
  readonly claimedAt: Temporal.Instant | null
  readonly settledAt: Temporal.Instant | null
}

/**
 * What may follow what. Money can arrive after we gave an attempt up (a payer left with the page open), so
 * declined and abandoned still lead to settled: what the gateway holds is written down, then judged.
 */
export const attemptMoves: Readonly<Record<AttemptState, readonly AttemptState[]>> = {
  created: ["waiting_for_payer", "settled", "declined", "abandoned", "unknown"],
  waiting_for_payer: ["settled", "declined", "abandoned", "unknown"],
  unknown: ["waiting_for_payer", "settled", "declined", "abandoned"],
  declined: ["settled"],
  abandoned: ["settled"],
  settled: ["refunded"],
  refunded: [],
}

/** As long as one of these exists for a reference, no second attempt may: the partial unique index says so too. */
export const liveStates = ["created", "waiting_for_payer", "unknown"] as const satisfies AttemptState[]

export function isLive(state: AttemptState): boolean {
  return (liveStates as readonly AttemptState[]).includes(state)
}

export function canMove(from: AttemptState, to: AttemptState): boolean {
  return attemptMoves[from].includes(to)
}
