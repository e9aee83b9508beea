import type { AccessSetting } from "./access-gate.ts"

/** What a tenant has decided about how its staff come in. */
export interface StaffPolicy {
  readonly needsSecondFactor: boolean
  readonly secondFactorFrom: Temporal.Instant | null
  readonly networks: readonly string[]
  /** The zero-trust proxy that staff have to come through, if there is one. */
  readonly access: AccessSetting | null
}

/** Where nobody has decided yet: a second factor is a duty, and there is no postponement. */
export const strictPolicy: StaffPolicy = {
  needsSecondFactor: true,
  secondFactorFrom: null,
  networks: [],
  access: null,
}

/** there: nothing to do · waived: the shop asks for none · postponed: a reminder only · needed: nothing else first */
export type SecondFactorStanding = "there" | "waived" | "postponed" | "needed"

export function standingOf(
  policy: Pick<StaffPolicy, "needsSecondFactor" | "secondFactorFrom">,
  hasSecondFactor: boolean,
  now: Temporal.Instant,
): SecondFactorStanding {
  if (hasSecondFactor) return "there"
  if (!policy.needsSecondFactor) return "waived"
  const isLater = policy.secondFactorFrom && Temporal.Instant.compare(now, policy.secondFactorFrom) < 0
  return isLater ? "postponed" : "needed"
}
