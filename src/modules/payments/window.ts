/** Which money is looked at: of one gateway, old enough to rest and young enough to change. */
export interface MatchWindow {
  readonly endpointId: string
  readonly gateway: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** More would mean that one side is missing whole: the first of them say so. */
export const MOST_FINDINGS = 10_000
