import { z } from "zod"
import { moneyShape } from "#kit/contract.ts"
import { defineEvent } from "#kit/events/events.ts"
import { stayKinds } from "./stay-contract.ts"

const ids = { invoiceId: z.string(), orderId: z.string().nullable(), accountId: z.string() }

export const invoiceIssued = defineEvent("invoice.issued", z.object({ ...ids, number: z.string() }))
export const invoiceCredited = defineEvent(
  "invoice.credited",
  z.object({ ...ids, creditNoteId: z.string(), number: z.string() }),
)
/** It was sent back in the gateway's own console, and a credit note has followed; whether what it paid for has stopped. */
export const gatewayRefundFollowed = defineEvent(
  "invoice.refunded_at_gateway",
  z.object({
    invoiceId: z.string(),
    accountId: z.string(),
    creditNoteId: z.string(),
    hasStopped: z.boolean(),
  }),
)
/** Its tax was worked out anew: a credit note took all of it back, and another invoice stands in its place. */
export const invoiceReissued = defineEvent(
  "invoice.reissued",
  z.object({
    ...ids,
    replacedId: z.string(),
    creditNoteId: z.string(),
    /** What was paid too much, and how it came back. */
    money: moneyShape,
    credit: moneyShape,
  }),
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
const subscription = z.object({ subscriptionId: z.string(), accountId: z.string(), subject: z.string() })

/** Its next time is paid. */
export const subscriptionRenewed = defineEvent(
  "subscription.renewed",
  subscription.extend({ invoiceId: z.string().nullable(), paidUntil: z.string() }),
)
/** Somebody gave it up; on which day it ends, or null where that was at once. */
export const subscriptionCancelled = defineEvent(
  "subscription.cancelled",
  z.object({
    subscriptionId: z.string(),
    accountId: z.string(),
    lastDay: z.string().nullable(),
    /** What was offered in place of it. */
    offered: z.enum(stayKinds).optional(),
  }),
)
/** The day's renewals wait for a person: they ask for more than they should. */
export const renewalsHeld = defineEvent(
  "renewals.held",
  z.object({ day: z.string(), because: z.array(z.string()) }),
)
/** Its paid time is over and nobody has paid. */
export const subscriptionOverdue = defineEvent("subscription.overdue", subscription)
/** What it pays for is to stand still for want of money. */
export const subscriptionSuspended = defineEvent("subscription.suspended", subscription)
/** Its customer wished it to stand still for a while, and the while begins. */
export const subscriptionPaused = defineEvent("subscription.paused", subscription)
/** Somebody asked for a pause: from when until when, its last day being the one before. */
export const pausePlanned = defineEvent(
  "subscription.pause_planned",
  z.object({ subscriptionId: z.string(), accountId: z.string(), from: z.string(), until: z.string() }),
)
/** It stood still for want of money or by its customer's wish, and runs again. */
export const subscriptionRestored = defineEvent("subscription.restored", subscription)
/** Nothing is asked for any more: given up by a person, or because nobody paid. */
export const subscriptionEnded = defineEvent(
  "subscription.ended",
  subscription.extend({
    state: z.enum(["cancelled", "expired"]),
    /** Whether what it paid for is to go as well; not where that is what ended it. */
    takesSubject: z.boolean(),
    /** Deleted only once a backup made on this day or later was seen. */
    backupSince: z.string().nullish(),
  }),
)
/** Staff set it up for a customer: its first time is asked for. */
export const subscriptionSetUp = defineEvent(
  "subscription.set_up",
  z.object({ subscriptionId: z.string(), accountId: z.string(), requestId: z.string() }),
)
/** Further time of what is used was asked for. */
export const paymentRequested = defineEvent(
  "payment_request.made",
  z.object({
    requestId: z.string(),
    accountId: z.string(),
    purpose: z.enum(["renewal", "extension"]),
    subscriptionIds: z.array(z.string()),
  }),
)
/** What was used is asked for by itself. */
export const useCharged = defineEvent(
  "use.charged",
  z.object({ requestId: z.string(), accountId: z.string() }),
)
/** A customer took purchases back: the end has moved back, or the agreement is over. */
export const purchaseTakenBack = defineEvent(
  "purchase.taken_back",
  z.object({
    subscriptionId: z.string(),
    accountId: z.string(),
    subject: z.string(),
    effect: z.enum(["end_moves_back", "ends"]),
    amount: moneyShape.nullish(),
    /** What was delivered for it goes on this day, once a backup made on that day or later was seen. */
    hold: z.object({ releaseOn: z.string(), backupSince: z.string().nullable() }).nullish(),
  }),
)
/** An invoice came before its money: what it pays for goes on all the same. */
export const invoiceOwed = defineEvent("invoice.owed", z.object(ids))
export const invoicePaid = defineEvent(
  "invoice.paid",
  // Said where it is for another plan or number: nothing else has to look for what waits for it.
  z.object({ ...ids, isChange: z.literal(true).optional() }),
)
