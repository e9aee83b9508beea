import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineEvent } from "#kit/events/events.ts"
import { declineKinds } from "./decline.ts"

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
  }),
)

export const paymentRefunded = defineEvent(
  "payment.refunded",
  z.object({
    refundId: z.string(),
    attemptId: z.string(),
    reference: z.string(),
    accountId: z.string(),
    amount: moneyShape,
  }),
)
