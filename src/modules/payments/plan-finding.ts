import type { Attempt } from "./attempt.ts"
import { canMove } from "./attempt.ts"
import type { DeclineKind } from "./decline.ts"
import type { Charge, Checkout } from "./gateways/gateway.ts"

/** What a look at the gateway means for the attempt. Pure: the same look twice plans nothing the second time. */
export type FindingPlan =
  | { readonly act: "nothing"; readonly why: string }
  | {
      readonly act: "wait"
      readonly checkoutId: string
      readonly redirectUrl: string
      readonly expiresAt: Temporal.Instant
    }
  | {
      readonly act: "settle"
      readonly checkoutId: string | null
      readonly chargeId: string
      readonly taxMinor: bigint | null
      readonly feeMinor: bigint | null
      readonly payerCountry: string | null
    }
  | { readonly act: "decline"; readonly checkoutId: string | null; readonly decline: DeclineKind }
  | { readonly act: "abandon"; readonly checkoutId: string | null }
  /** A person has to look: what the gateway says and what we asked for don't agree. */
  | { readonly act: "alarm"; readonly why: string }

/** `found` is undefined when the gateway knows no session of ours. */
export function planFinding(
  attempt: Attempt,
  found: Checkout | undefined,
  now: Temporal.Instant,
): FindingPlan {
  if (!found) return planMissing(attempt, now)
  if (found.reference !== attempt.id)
    return alarm(`the gateway answered with the session of ${found.reference}`)
  if (found.state === "paid") return planPaid(attempt, { charge: found.charge, checkoutId: found.id })
  if (found.state === "open") return planOpen(attempt, found)
  const to = found.state === "declined" ? "declined" : "abandoned"
  if (!canMove(attempt.state, to)) return { act: "nothing", why: `already ${attempt.state}` }
  if (to === "abandoned") return { act: "abandon", checkoutId: found.id }
  return { act: "decline", checkoutId: found.id, decline: found.decline ?? "declined_soft" }
}

/** Money was taken, at the gateway's page or from a saved method: is it this attempt's, and as much as was asked for? */
export function planPaid(
  attempt: Attempt,
  { charge, checkoutId }: { readonly charge: Charge | null; readonly checkoutId: string | null },
): FindingPlan {
  if (!charge) return alarm("the gateway says paid but names no charge")
  if (attempt.chargeId === charge.id) return { act: "nothing", why: "already settled by this charge" }
  if (attempt.chargeId) return alarm(`settled by ${attempt.chargeId}, and now by ${charge.id} as well`)
  if (charge.amount.minor !== attempt.amount.minor || charge.amount.currency !== attempt.amount.currency) {
    const asked = `${attempt.amount.minor} ${attempt.amount.currency}`
    return alarm(`asked for ${asked}, the gateway took ${charge.amount.minor} ${charge.amount.currency}`)
  }
  if (!canMove(attempt.state, "settled")) return alarm(`paid while ${attempt.state}`)
  return {
    act: "settle",
    checkoutId,
    chargeId: charge.id,
    taxMinor: charge.taxMinor,
    feeMinor: charge.feeMinor,
    payerCountry: charge.payerCountry,
  }
}

function planOpen(attempt: Attempt, found: Checkout): FindingPlan {
  const isKnown = attempt.state === "waiting_for_payer" && attempt.checkoutId === found.id
  if (isKnown || !canMove(attempt.state, "waiting_for_payer"))
    return { act: "nothing", why: "still open there" }
  return { act: "wait", checkoutId: found.id, redirectUrl: found.url, expiresAt: found.expiresAt }
}

/** A session may still come into being for as long as a call of ours can be on its way: 10 minutes is far above it. */
const CALL_ON_ITS_WAY = { minutes: 10 }

function planMissing(attempt: Attempt, now: Temporal.Instant): FindingPlan {
  if (attempt.checkoutId) return alarm(`the gateway no longer knows its session ${attempt.checkoutId}`)
  const since = attempt.claimedAt ?? attempt.createdAt
  if (Temporal.Instant.compare(since.add(CALL_ON_ITS_WAY), now) > 0) {
    return { act: "nothing", why: "a call may still be on its way" }
  }
  return canMove(attempt.state, "abandoned")
    ? { act: "abandon", checkoutId: null }
    : { act: "nothing", why: "over" }
}

export function alarm(why: string): FindingPlan {
  return { act: "alarm", why }
}
