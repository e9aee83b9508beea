import { type Attempt, canMove } from "./attempt.ts"
import type { MethodCharge } from "./gateways/gateway.ts"
import { alarm, type FindingPlan, planPaid } from "./plan-finding.ts"

/** A call of the charger's may be on its way for as long as this: ten minutes is far above any time-out. */
const CALL_ON_ITS_WAY = { minutes: 10 }

export interface ChargeFacts {
  /** What the gateway knows under our reference. */
  readonly found: MethodCharge | undefined
  /**
   * Whether somebody else may charge it yet. Who charges asks right after its own call, and nobody besides it does:
   * then nothing there means that nothing was done.
   */
  readonly mayStillBeCharged: boolean
}

/** What a look at the gateway means for a charge of a saved method. Pure, and nothing the second time. */
export function planMethodCharge(
  attempt: Attempt,
  { found, mayStillBeCharged }: ChargeFacts,
  now: Temporal.Instant,
): FindingPlan {
  if (!found) return planNothingThere(attempt, mayStillBeCharged, now)
  if (found.reference !== attempt.id)
    return alarm(`the gateway answered with the charge of ${found.reference}`)
  if (found.state === "paid") return planPaid(attempt, { charge: found.charge, checkoutId: null })
  if (found.state === "pending") return { act: "nothing", why: "the bank hasn't answered yet" }
  if (!canMove(attempt.state, "declined")) return { act: "nothing", why: `already ${attempt.state}` }
  return { act: "decline", checkoutId: null, decline: found.decline ?? "declined_soft" }
}

function planNothingThere(attempt: Attempt, mayStillBeCharged: boolean, now: Temporal.Instant): FindingPlan {
  if (mayStillBeCharged) return { act: "nothing", why: "it may still be charged" }
  const { claimedAt } = attempt
  const isFresh = claimedAt && Temporal.Instant.compare(claimedAt.add(CALL_ON_ITS_WAY), now) > 0
  if (isFresh) return { act: "nothing", why: "a call may still be on its way" }
  return canMove(attempt.state, "abandoned")
    ? { act: "abandon", checkoutId: null }
    : { act: "nothing", why: "over" }
}
