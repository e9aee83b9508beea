export const correctionStates = ["running", "over"] as const
export type CorrectionState = (typeof correctionStates)[number]

export const correctionKinds = ["subscription", "line"] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** Left: nothing was to be done about it, and why is said. */
export const itemStandings = ["waiting", "done", "left", "failed"] as const
export type ItemStanding = (typeof itemStandings)[number]
