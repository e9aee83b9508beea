import { z } from "zod"
import { cycles } from "#catalog/contract"
import { dateText, instantText, moneyShape } from "#kit/contract.ts"

export const subscriptionStates = [
  "pending",
  "trialing",
  "active",
  "past_due",
  "suspended",
  "paused",
  "cancelled",
  "expired",
] as const

/** Charged by a saved method when due, or paid by hand. */
export const collections = ["manual", "automatic"] as const

/** From which day a late payment counts. */
export const latePolicies = ["from_the_old_end", "from_payment"] as const

/** What a list can be put in order by; "-" turns it round. Without: by when they were opened. */
export const subscriptionSorts = [
  "name",
  "-name",
  "lastDay",
  "-lastDay",
  "nextRequest",
  "-nextRequest",
  "price",
  "-price",
] as const

export const subscriptionShape = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  /** The id of what it pays for. */
  subject: z.string(),
  orderId: z.string().nullable(),
  planId: z.string(),
  words: z.object({ en: z.string(), ko: z.string() }),
  state: z.enum(subscriptionStates),
  collection: z.enum(collections),
  /** The saved method that is charged, where it is automatic. */
  methodId: z.string().nullable(),
  cycle: z.enum(cycles),
  /** For its next time. */
  quantity: z.number().int(),
  /** So many now: another number may be planned for the time that comes, from that day on. */
  quantityNow: z.number().int(),
  quantityFrom: dateText.nullable(),
  /** Between which its customer may choose the number; null: staff alone do. */
  quantityBounds: z.object({ least: z.number().int(), most: z.number().int() }).nullable(),
  /** What its next cycle costs, as the catalogue's price is shown: with or without the tax. */
  price: moneyShape,
  /** The same before coupons. */
  listPrice: moneyShape,
  /** What that is made of for one piece: the plan and what was chosen with it. Empty: the plan alone. */
  parts: z.array(
    z.object({
      /** Null: the plan itself. */
      optionId: z.string().nullable(),
      words: z.object({ en: z.string(), ko: z.string() }),
      quantity: z.number().int(),
      amount: moneyShape,
    }),
  ),
  /** Used before its first payment: so many days, its last one, and on which day it is charged by itself, if it is. */
  trial: z
    .object({
      days: z.number().int(),
      /** How many of those days a coupon added; null: none. */
      longer: z.object({ code: z.string(), days: z.number().int() }).nullable(),
      lastDay: dateText.nullable(),
      chargeOn: dateText.nullable(),
    })
    .nullable(),
  anchorOn: dateText.nullable(),
  periodNumber: z.number().int(),
  periodStart: dateText.nullable(),
  /** The first day that is not paid. */
  periodEnd: dateText.nullable(),
  /** The last usable day. */
  lastDay: dateText.nullable(),
  /** How many days are left; 0 on the last day, below zero after it. */
  daysLeft: z.number().int().nullable(),
  nextRequestOn: dateText.nullable(),
  /** The open request to pay for its next time. */
  paymentRequestId: z.string().nullable(),
  cancelAtEnd: z.boolean(),
  /** For staff: why the last run could not ask for it. */
  trouble: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** For staff: what was said besides. */
  cancelComment: z.string().nullable(),
  /** For staff: what they want to remember of it. */
  memo: z.string().nullable(),
  /** By which its customer orders it: the papers of its next times say so. */
  purchaseOrder: z.string().nullable(),
  /** Since when it stands still for want of money, and until when a promise to pay is waited for. */
  suspendedOn: dateText.nullable(),
  graceUntil: dateText.nullable(),
  /** Given for nothing: each time that begins by this day is not asked for. */
  freeUntil: dateText.nullable(),
  /** The first day of a pause, and the day on which it goes on. */
  pauseFrom: dateText.nullable(),
  pauseUntil: dateText.nullable(),
  /** The time after the pause is paid: it goes on by itself. */
  isPaidBeyondPause: z.boolean(),
  can: z.object({
    extend: z.boolean(),
    cancel: z.boolean(),
    keep: z.boolean(),
    /** With the soonest and the latest day on which it may then go on. */
    pause: z.boolean(),
    pauseFirst: dateText.nullable(),
    pauseLast: dateText.nullable(),
    resume: z.boolean(),
    /** Have another number of pieces. */
    quantity: z.boolean(),
    /** Staff's own. */
    grace: z.boolean(),
    suspend: z.boolean(),
    grant: z.boolean(),
    free: z.boolean(),
    delete: z.boolean(),
    restore: z.boolean(),
  }),
  /** Set up by staff for what nobody builds here, and waits for its first payment: the day on which its time begins at the soonest. */
  startsOn: dateText.nullable(),
  createdAt: instantText,
  endedAt: instantText.nullable(),
  /** For staff: since when it is out of everybody else's sight. */
  deletedAt: instantText.nullable(),
})

/** One by itself says besides what takes a look at its papers. */
export const subscriptionDetailShape = subscriptionShape.extend({
  /** For staff: what it brought in all, with tax, less what was credited. */
  paidTotal: moneyShape.nullable(),
})

export const upcomingShape = z.object({
  subscriptionId: z.string(),
  words: z.object({ en: z.string(), ko: z.string() }),
  collection: z.enum(collections),
  /** When it is to be paid at the latest. */
  dueOn: dateText,
  periodStart: dateText,
  periodEnd: dateText,
  amount: moneyShape,
})
