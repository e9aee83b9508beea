import { z } from "zod"
import { contract, dateText, idText, moneyShape, pageInput, pageOf } from "#kit/contract.ts"
import { subscriptionStates } from "./subscription-contract.ts"

/** What the shop's days do to it next. Wait: it was suspended by hand, or nothing can be told. */
export const dunningSteps = ["ask", "charge", "suspend", "delete", "wait"] as const
export const overdueStates = ["past_due", "suspended", "paused"] as const

export const dunningShape = z.object({
  subscriptionId: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  words: z.object({ en: z.string(), ko: z.string() }),
  state: z.enum(subscriptionStates),
  /** What is asked for it, with the tax. */
  owed: moneyShape,
  /** The last day that was paid for, or by which its invoice was to be paid. */
  lastDay: dateText,
  daysOverdue: z.number().int(),
  paymentRequestId: z.string().nullable(),
  /** The newest try that was declined, and why. */
  decline: z.object({ on: dateText, words: z.object({ en: z.string(), ko: z.string() }) }).nullable(),
  /** A payment is under way. */
  isBeingPaid: z.boolean(),
  /** Until when a promise to pay is waited for. */
  promisedUntil: dateText.nullable(),
  next: z.object({ step: z.enum(dunningSteps), on: dateText.nullable() }),
})

const filter = {
  accountId: idText.optional(),
  state: z.enum(overdueStates).optional(),
  step: z.enum(dunningSteps).optional(),
}

const tags = ["billing"]

export const dunningContract = {
  list: contract
    .route({
      method: "GET",
      path: "/dunning",
      tags,
      summary: "All that is overdue, by what happens to it next and on which day",
    })
    .input(pageInput.extend(filter))
    .output(pageOf(dunningShape)),
  sums: contract
    .route({
      method: "GET",
      path: "/dunning/sums",
      tags,
      summary: "How many are overdue and what they owe, per currency",
    })
    .input(z.object(filter))
    .output(
      z.object({
        items: z.array(z.object({ subscriptions: z.number().int(), owed: moneyShape })),
      }),
    ),
}
