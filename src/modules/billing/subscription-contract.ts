import { z } from "zod"
import { cycles } from "#catalog/contract"
import { contract, dateText, idText, instantText, moneyShape, pageOf, timedPageInput } from "#kit/contract.ts"

export const subscriptionStates = [
  "pending",
  "trialing",
  "active",
  "past_due",
  "suspended",
  "cancelled",
  "expired",
] as const

/** Charged by a saved method when due, or paid by hand. */
export const collections = ["manual", "automatic"] as const

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
  cycle: z.enum(cycles),
  quantity: z.number().int(),
  /** What one cycle costs, as the catalogue's price is shown: with or without the tax. */
  price: moneyShape,
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
  cancelAtEnd: z.boolean(),
  createdAt: instantText,
  endedAt: instantText.nullable(),
})

const tags = ["billing"]
const one = z.object({ id: idText })

export const subscriptionContract = {
  list: contract
    .route({ method: "GET", path: "/subscriptions", tags, summary: "Subscriptions" })
    .input(
      timedPageInput.extend({
        accountId: idText.optional(),
        state: z.enum(subscriptionStates).optional(),
        subject: idText.optional(),
      }),
    )
    .output(pageOf(subscriptionShape)),
  get: contract
    .route({ method: "GET", path: "/subscriptions/{id}", tags, summary: "One subscription" })
    .input(one)
    .output(subscriptionShape),
}
