import type { HostFinding } from "./finding.ts"
import type { HostState } from "./host-name.ts"

/** Records take hours to be seen everywhere, and people set them a day later: a week, then nobody looks any more. */
export const PENDING_HOURS = 7 * 24

/** A name service changed by hand, or moved, is without its records for a while: three days are none of that. */
export const MISSING_HOURS = 3 * 24

export interface LookFacts {
  readonly state: HostState
  /** Since when it has been looked for. */
  readonly askedAt: Temporal.Instant
  /** Since when a record that was there is missing. */
  readonly missingSince: Temporal.Instant | null
  readonly now: Temporal.Instant
  readonly finding: HostFinding
}

export interface LookPlan {
  readonly state: HostState
  readonly missingSince: Temporal.Instant | null
}

/** What a look at the name service means. A service that doesn't answer says nothing about the name. */
export function planLook({ state, askedAt, missingSince, now, finding }: LookFacts): LookPlan {
  if (finding.trouble !== null)
    return { state: state === "pending" && isOver(askedAt, now) ? "failed" : state, missingSince }
  if (finding.isProved) return { state: "verified", missingSince: null }
  switch (state) {
    case "pending":
      return { state: isOver(askedAt, now) ? "failed" : "pending", missingSince: null }
    case "verified": {
      const since = missingSince ?? now
      const hours = now.since(since).total("hours")
      return { state: hours >= MISSING_HOURS ? "lapsed" : "verified", missingSince: since }
    }
    case "failed":
    case "lapsed":
      return { state, missingSince }
  }
}

function isOver(askedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(askedAt).total("hours") >= PENDING_HOURS
}
