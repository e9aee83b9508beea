import { z } from "zod"
import { defineEvent } from "#kit/events/events.ts"

const ids = { invoiceId: z.string(), orderId: z.string().nullable(), accountId: z.string() }

export const invoiceIssued = defineEvent("invoice.issued", z.object({ ...ids, number: z.string() }))
export const invoiceCredited = defineEvent(
  "invoice.credited",
  z.object({ ...ids, creditNoteId: z.string(), number: z.string() }),
)
/** An unpaid wish was taken back: by whoever ordered, by the staff, or because nobody paid it for too long. */
export const requestWithdrawn = defineEvent(
  "payment_request.withdrawn",
  z.object({
    requestId: z.string(),
    orderId: z.string().nullable(),
    accountId: z.string(),
    reason: z.string(),
  }),
)
/** Nothing is asked for any more: given up by a person, or because nobody paid. */
export const subscriptionEnded = defineEvent(
  "subscription.ended",
  z.object({
    subscriptionId: z.string(),
    accountId: z.string(),
    subject: z.string(),
    state: z.enum(["cancelled", "expired"]),
  }),
)
export const invoicePaid = defineEvent("invoice.paid", z.object(ids))
