import type { DeclineKind } from "./decline.ts"
import type { methodStates } from "./method-contract.ts"

export type MethodState = (typeof methodStates)[number]

/** What a payer lets us charge while they are away. Its secret stands only in its row, sealed. */
export interface SavedMethod {
  readonly id: string
  readonly accountId: string
  readonly endpointId: string
  readonly gateway: string
  readonly brand: string
  readonly lastFour: string
  /** Where it was issued, when the gateway told. */
  readonly country: string | null
  /** Its last day. */
  readonly expiresOn: Temporal.PlainDate | null
  readonly state: MethodState
  readonly decline: DeclineKind | null
  readonly isDefault: boolean
  readonly consentedAt: Temporal.Instant
  readonly createdAt: Temporal.Instant
  readonly chargedAt: Temporal.Instant | null
  readonly removedAt: Temporal.Instant | null
}

/** An account has a handful; more would be somebody trying out cards. */
export const MOST_METHODS = 20

/** The month on a card may have passed: the bank knows whether it still works, so it is asked. */
export function isChargeable({ state, removedAt }: Pick<SavedMethod, "state" | "removedAt">): boolean {
  return state === "usable" && removedAt === null
}

/** The one that stays the default, or becomes it: a usable one before others, then the newest. */
export function chooseDefault(methods: readonly SavedMethod[]): SavedMethod | undefined {
  const left = methods.filter(({ removedAt }) => removedAt === null)
  const current = left.find(({ isDefault }) => isDefault)
  if (current && isChargeable(current)) return current
  const [newest] = left
    .filter(isChargeable)
    .sort((one, other) => Temporal.Instant.compare(other.createdAt, one.createdAt))
  return newest ?? current ?? left[0]
}
