import { z } from "zod"
import { cycles } from "#catalog/contract"
import {
  boundedCount,
  contract,
  dateText,
  idText,
  instantText,
  moneyShape,
  pageOf,
  timedPageInput,
} from "#kit/contract.ts"
import { stayKinds } from "./stay-contract.ts"

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
  quantity: z.number().int(),
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
    /** Staff's own. */
    grace: z.boolean(),
    suspend: z.boolean(),
    grant: z.boolean(),
    free: z.boolean(),
  }),
  createdAt: instantText,
  endedAt: instantText.nullable(),
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

/** What whoever cancels may say, if they like. */
export const cancelReasons = [
  "not_needed",
  "too_expensive",
  "missing_feature",
  "quality",
  "switching",
  "other",
] as const

const tags = ["billing"]
const one = z.object({ id: idText })
const reason = z.string().trim().min(1).max(500)

/** What every way of changing one says of its own fields. */
const editable = z.object({
  memo: z.string().trim().max(2_000).nullable(),
  purchaseOrder: z.string().trim().max(60).nullable(),
})

export const subscriptionContract = {
  current: contract
    .route({
      method: "GET",
      path: "/subscriptions/current",
      tags,
      summary: "What a customer has in force now, the soonest to end first",
    })
    .input(z.object({ accountId: idText.optional() }))
    .output(z.object({ items: z.array(subscriptionShape) })),
  update: contract
    .route({
      method: "PUT",
      path: "/subscriptions/{id}",
      tags,
      summary:
        "Staff's memo, the purchase order number, and how its next times are paid; what is left out stays",
    })
    .input(
      one.extend(editable.partial().shape).extend({
        collection: z.enum(collections).optional(),
        methodId: idText.optional(),
      }),
    )
    .output(subscriptionShape),
  renew: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/renew",
      tags,
      summary: "Ask for the next cycle now; it counts once it is paid",
    })
    .input(one)
    .output(z.object({ paymentRequestId: z.string() })),
  list: contract
    .route({ method: "GET", path: "/subscriptions", tags, summary: "Subscriptions" })
    .input(
      timedPageInput.extend({
        accountId: idText.optional(),
        state: z.enum(subscriptionStates).optional(),
        subject: idText.optional(),
        planId: idText.optional(),
        cycle: z.enum(cycles).optional(),
        sort: z.enum(subscriptionSorts).optional(),
        /** What the customer's name begins with. */
        name: z.string().trim().max(120).optional(),
      }),
    )
    .output(pageOf(subscriptionShape)),
  extend: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/extend",
      tags,
      summary: "Ask for so many further cycles now; they count once they are paid",
    })
    .input(one.extend({ cycles: z.number().int().min(1).max(36) }))
    .output(z.object({ paymentRequestId: z.string() })),
  upcoming: contract
    .route({
      method: "GET",
      path: "/subscriptions/upcoming",
      tags,
      summary: "What will be asked for in the next twelve months if nothing changes",
    })
    .input(z.object({ accountId: idText.optional() }))
    .output(z.object({ items: z.array(upcomingShape) })),
  counts: contract
    .route({ method: "GET", path: "/subscriptions/counts", tags, summary: "How many stand in which state" })
    .output(
      z.object({
        counts: z.record(z.enum(subscriptionStates), boundedCount),
        /** Trials that are over within seven days. */
        trialsEnding: boundedCount,
      }),
    ),
  cancel: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/cancel",
      tags,
      summary: "Give it up, on its last day or at once",
    })
    .input(
      one.extend({
        at: z.enum(["end", "now"]),
        reason: z.enum(cancelReasons).optional(),
        comment: z.string().trim().max(1_000).optional(),
        /** What was offered on the same screen, if anything was. */
        offered: z.enum(stayKinds).optional(),
      }),
    )
    .output(subscriptionShape),
  chooseCollection: contract
    .route({
      method: "PUT",
      path: "/subscriptions/{id}/collection",
      tags,
      summary: "Pay by a saved method on the due day, or by hand",
    })
    .input(one.extend({ collection: z.enum(collections), methodId: idText.optional() }))
    .output(subscriptionShape),
  keep: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/keep",
      tags,
      summary: "Take the cancellation back before it takes effect",
    })
    .input(one)
    .output(subscriptionShape),
  pause: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/pause",
      tags,
      summary: "Let it stand still from the end of its paid time until a day, and pay for none of it",
    })
    .input(one.extend({ until: dateText.regex(/^\d{4}-\d{2}-\d{2}$/) }))
    .output(subscriptionShape),
  resume: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/resume",
      tags,
      summary: "Take a pause back, or end it today; what then has to be paid is asked for",
    })
    .input(one)
    .output(subscriptionShape),
  grace: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/grace",
      tags,
      summary: "Wait for a promised payment until a day; what was suspended runs again",
    })
    .input(one.extend({ until: dateText.regex(/^\d{4}-\d{2}-\d{2}$/), reason }))
    .output(subscriptionShape),
  suspend: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/suspend",
      tags,
      summary: "Suspend what is overdue before the policy does",
    })
    .input(one.extend({ reason }))
    .output(subscriptionShape),
  grant: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/grant",
      tags,
      summary: "Give so many cycles for nothing",
    })
    .input(one.extend({ cycles: z.number().int().min(1).max(12), reason }))
    .output(subscriptionShape),
  free: contract
    .route({ method: "PUT", path: "/subscriptions/{id}/free-until", tags, summary: "Give it for nothing" })
    .input(one.extend({ until: z.iso.date().nullable(), reason }))
    .output(subscriptionShape),
  get: contract
    .route({ method: "GET", path: "/subscriptions/{id}", tags, summary: "One subscription" })
    .input(one)
    .output(subscriptionDetailShape),
}
