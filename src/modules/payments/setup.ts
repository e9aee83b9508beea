import type { Language } from "#kit/refusal.ts"
import type { DeclineKind } from "./decline.ts"
import type { setupStates } from "./method-contract.ts"

export type SetupState = (typeof setupStates)[number]

/** A page of the gateway where somebody leaves a method without paying. */
export interface MethodSetup {
  readonly id: string
  readonly accountId: string
  readonly endpointId: string
  readonly gateway: string
  readonly language: Language
  readonly state: SetupState
  /** The gateway's own id of the page. */
  readonly setupId: string | null
  readonly redirectUrl: string | null
  readonly decline: DeclineKind | null
  readonly methodId: string | null
  readonly createdAt: Temporal.Instant
  readonly claimedAt: Temporal.Instant | null
}

/** A payer may finish a page that we gave up. */
export const setupMoves: Readonly<Record<SetupState, readonly SetupState[]>> = {
  created: ["waiting_for_payer", "done", "declined", "abandoned"],
  waiting_for_payer: ["done", "declined", "abandoned"],
  abandoned: ["done"],
  declined: [],
  done: [],
}

export function isOpen(state: SetupState): boolean {
  return state === "created" || state === "waiting_for_payer"
}
