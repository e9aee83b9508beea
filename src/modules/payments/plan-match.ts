import type { findingKinds } from "./contract.ts"
import type { Charge } from "./gateways/gateway.ts"

export type FindingKind = (typeof findingKinds)[number]

/** What we have on a charge: our attempt, and what the ledger says of its money. */
export interface OurSide {
  readonly attemptId: string
  readonly isSettled: boolean
  readonly chargeId: string | null
  readonly amountMinor: bigint
  /** The tax in it, as our paper says, where that can be compared. */
  readonly taxMinor: bigint | null
  readonly currency: string
  /** What was sent back and is written down. */
  readonly refundedMinor: bigint
  /** What the gateway kept of it, as far as it told; and all its fees, those of refunds as well. */
  readonly feeMinor: bigint | null
  readonly feesMinor: bigint
  /** A refund is on its way: the two sides may differ until it has arrived. */
  readonly isRefunding: boolean
  /** Its bank holds the money, as far as we know. */
  readonly isDisputed: boolean
  /** What the ledger holds in the gateway's cash account for it, refunds and fees taken off. */
  readonly bookedMinor: bigint
}

/** One difference between the gateway's list, our attempts, the ledger and the inbox. */
export interface MatchFinding {
  readonly kind: FindingKind
  /** The charge, attempt or notice it is about. */
  readonly subject: string
  readonly attemptId: string | null
  readonly ours: string
  readonly theirs: string
}

/** What was lost stands in front of staff for so long: nothing about it agrees again by itself. */
const LOST_STANDS = { hours: 24 * 7 }

/** The holder has told their bank that they don't know the charge: a person answers, within the bank's days. */
export function describeDispute(
  charge: Charge,
  attemptId: string,
  now: Temporal.Instant,
): MatchFinding | undefined {
  const { id, amount, disputedAt, lostDispute } = charge
  if (!disputedAt) return undefined
  const about = { subject: id, attemptId, ours: `${amount.minor} ${amount.currency}` }
  if (!lostDispute) return { kind: "charge_disputed", ...about, theirs: disputedAt.toString() }
  if (Temporal.Instant.compare(lostDispute.at.add(LOST_STANDS), now) < 0) return undefined
  return { kind: "dispute_lost", ...about, theirs: `${lostDispute.at}, ${lostDispute.feeMinor}` }
}

/** The gateway printed a receipt of its own, and it names another tax than our paper: the customer has both. */
export function describeTax(
  { id, amount, taxMinor: theirs }: Charge,
  { attemptId, taxMinor: ours }: Pick<OurSide, "attemptId" | "taxMinor">,
): MatchFinding | undefined {
  if (theirs === null || ours === null || theirs === ours) return undefined
  const say = (minor: bigint) => `${minor} ${amount.currency}`
  return { kind: "tax_differs", subject: id, attemptId, ours: say(ours), theirs: say(theirs) }
}

/** From their side: is each charge ours, recorded once, for the same money, and booked? */
export function planMatch(charge: Charge, ours: OurSide | undefined, now: Temporal.Instant): MatchFinding[] {
  const { id, amount } = charge
  const theirs = `${amount.minor} ${amount.currency}`
  if (!ours) return [{ kind: "charge_unknown", subject: id, attemptId: null, ours: "", theirs }]
  const finding = (kind: FindingKind, our: string, their: string): MatchFinding => ({
    kind,
    subject: id,
    attemptId: ours.attemptId,
    ours: our,
    theirs: their,
  })
  if (!ours.isSettled || ours.chargeId !== id) {
    return [finding("charge_unrecorded", ours.chargeId ?? "", theirs)]
  }
  const findings: MatchFinding[] = []
  const dispute = describeDispute(charge, ours.attemptId, now)
  if (dispute) findings.push(dispute)
  const tax = describeTax(charge, ours)
  if (tax) findings.push(tax)
  const booked = `${ours.amountMinor} ${ours.currency}`
  if (booked !== theirs) findings.push(finding("amount_differs", booked, theirs))
  if (ours.isRefunding) return findings
  if (ours.refundedMinor !== charge.refundedMinor) {
    findings.push(finding("refund_differs", `${ours.refundedMinor}`, `${charge.refundedMinor}`))
  }
  const expected = ours.amountMinor - ours.refundedMinor - ours.feesMinor
  if (ours.bookedMinor !== expected) {
    findings.push(finding("ledger_differs", `${ours.bookedMinor}`, `${expected}`))
  }
  return findings
}
