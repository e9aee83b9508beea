import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineEvent } from "#kit/events/events.ts"
import { declineKinds } from "./decline.ts"
import { severities } from "./severity.ts"

export const paymentSettled = defineEvent(
  "payment.settled",
  z.object({
    attemptId: z.string(),
    reference: z.string(),
    accountId: z.string(),
    amount: moneyShape,
    gateway: z.string(),
  }),
)

export const paymentDeclined = defineEvent(
  "payment.declined",
  z.object({
    attemptId: z.string(),
    reference: z.string(),
    accountId: z.string(),
    decline: z.enum(declineKinds),
    severity: z.enum(severities),
    /** The saved method that was charged while its payer was away; null at the gateway's own page. */
    methodId: z.string().nullable(),
  }),
)

/** A payer lets us charge this from now on; again for one that was known and works anew. */
export const paymentMethodSaved = defineEvent(
  "payment_method.saved",
  z.object({ methodId: z.string(), accountId: z.string() }),
)

/** It can't be charged any more: for good, or until its payer has confirmed once. */
export const paymentMethodFailed = defineEvent(
  "payment_method.failed",
  z.object({ methodId: z.string(), accountId: z.string(), decline: z.enum(declineKinds) }),
)

/** What was to be charged to it is paid by hand now, or by the default that is left. */
export const paymentMethodRemoved = defineEvent(
  "payment_method.removed",
  z.object({ methodId: z.string(), accountId: z.string(), defaultId: z.string().nullable() }),
)

const dispute = z.object({
  disputeId: z.string(),
  attemptId: z.string(),
  reference: z.string(),
  accountId: z.string(),
  amount: moneyShape,
})

/** A card's holder told their bank that they don't know the charge: the bank holds the money. */
export const paymentDisputed = defineEvent("payment.disputed", dispute)

/** And the bank gave it to them, for a fee that we pay. */
export const paymentDisputeLost = defineEvent("payment.dispute_lost", dispute.extend({ fee: moneyShape }))

const refund = z.object({
  refundId: z.string(),
  attemptId: z.string(),
  reference: z.string(),
  accountId: z.string(),
  amount: moneyShape,
})

export const paymentRefunded = defineEvent("payment.refunded", refund)

/** Money went back at the gateway's own console. Whoever keeps the papers books it, or leaves it to a person. */
export const paymentRefundSeen = defineEvent("payment.refund_seen", refund)
