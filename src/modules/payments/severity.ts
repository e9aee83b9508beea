import type { DeclineKind } from "./decline.ts"
import type { MethodState } from "./method.ts"

export const severities = ["soft", "hard", "authentication_required"] as const
export type Severity = (typeof severities)[number]

/** What a no means for a saved method that was charged while its payer was away. */
export interface DeclineRule {
  readonly severity: Severity
  /** Whether the same method may be charged for the same thing again, by itself. */
  readonly again: "another_hour" | "never"
  /** What becomes of the method: a dead one is never charged again, whatever it is for. */
  readonly methodBecomes: MethodState
  /** Whom it needs now: nobody yet, the payer with another method, or the payer themselves at the gateway's page. */
  readonly asksFor: "nothing" | "another_method" | "payer"
}

const soft = { severity: "soft", again: "another_hour", methodBecomes: "usable", asksFor: "nothing" } as const
const dead = { severity: "hard", again: "never", methodBecomes: "dead", asksFor: "another_method" } as const

/** The rule, as data: card networks fine whoever asks a dead card again. */
export const declineRules: Readonly<Record<DeclineKind, DeclineRule>> = {
  declined_soft: soft,
  insufficient_funds: soft,
  rate_limited: soft,
  provider_error: soft,
  // Ours or the gateway's to mend: no fault of the card's.
  config_error: soft,
  declined_hard: dead,
  expired: dead,
  invalid_instrument: dead,
  // The bank takes it for a repetition: asking again would be one. The card itself is well.
  duplicate: { severity: "hard", again: "never", methodBecomes: "usable", asksFor: "another_method" },
  authentication_required: {
    severity: "authentication_required",
    again: "never",
    methodBecomes: "needs_authentication",
    asksFor: "payer",
  },
  // More than its payer confirmed when they left it: they confirm this once, and less is charged as before.
  amount_above_mandate: {
    severity: "authentication_required",
    again: "never",
    methodBecomes: "usable",
    asksFor: "payer",
  },
}

/** After these a method that works on is never asked for the same thing again. The others' own states hold them back. */
export const finalDeclines = (Object.keys(declineRules) as DeclineKind[]).filter((kind) => {
  const { again, methodBecomes } = declineRules[kind]
  return again === "never" && methodBecomes === "usable"
})
