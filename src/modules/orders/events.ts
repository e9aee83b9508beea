import { z } from "zod"
import { defineEvent } from "#kit/events/events.ts"

export const orderPlaced = defineEvent(
  "order.placed",
  z.object({ orderId: z.string(), accountId: z.string(), paymentRequestId: z.string().nullable() }),
)

export const orderPaid = defineEvent("order.paid", z.object({ orderId: z.string(), accountId: z.string() }))

export const orderDelivered = defineEvent(
  "order.delivered",
  z.object({ orderId: z.string(), accountId: z.string() }),
)

export const planChanged = defineEvent(
  "plan.changed",
  z.object({
    changeId: z.string(),
    serviceId: z.string(),
    subscriptionId: z.string(),
    accountId: z.string(),
    planId: z.string(),
  }),
)

export const orderRejected = defineEvent(
  "order.rejected",
  z.object({
    orderId: z.string(),
    accountId: z.string(),
    paymentRequestId: z.string().nullable(),
    reason: z.string(),
  }),
)
