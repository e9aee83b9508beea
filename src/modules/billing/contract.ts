import { z } from "zod"
import { contract, dateText, idText, instantText, moneyShape, pageOf, timedPageInput } from "#kit/contract.ts"
import { attemptShape } from "#payments/contract"
import { collectingPolicyContract, subscriptionContract } from "./subscription-contract.ts"

export { cancelReasons, collections, subscriptionShape, subscriptionStates } from "./subscription-contract.ts"

/** What a line was computed from: recomputing it gives the same amount. */
export const lineReasonShape = z.object({
  planId: z.string().nullable(),
  priceId: z.string().nullable(),
  quantity: z.string(),
  unit: moneyShape,
  cycle: z.string().nullable(),
  rule: z.string(),
})

export const documentLineShape = z.object({
  id: z.string(),
  words: z.string(),
  periodStart: dateText.nullable(),
  periodEnd: dateText.nullable(),
  net: moneyShape,
  tax: moneyShape,
  gross: moneyShape,
  taxPercent: z.string(),
  reason: lineReasonShape,
})

const amounts = { net: moneyShape, tax: moneyShape, total: moneyShape }

export const paymentRequestShape = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(["open", "paid", "withdrawn"]),
  accountId: z.string(),
  orderId: z.string().nullable(),
  /** What it was made for. */
  purpose: z.enum(["order", "renewal", "extension", "change"]),
  invoiceId: z.string().nullable(),
  ...amounts,
  lines: z.array(documentLineShape),
  createdAt: instantText,
  dueOn: dateText,
})

export const invoiceShape = z.object({
  id: z.string(),
  number: z.string(),
  issuedOn: dateText,
  state: z.enum(["paid", "open"]),
  accountId: z.string(),
  /** Empty where the buyer was forgotten. */
  accountName: z.string(),
  /** Kept for the law only, until then: its buyer was forgotten, and what it says of them is not shown. */
  keptUntil: dateText.nullable(),
  orderId: z.string().nullable(),
  ...amounts,
  paidAt: instantText.nullable(),
})

export const invoiceDetailShape = invoiceShape.extend({
  lines: z.array(documentLineShape),
  buyer: z.object({ name: z.string(), addressLines: z.array(z.string()), taxId: z.string().nullable() }),
  seller: z.object({ name: z.string(), addressLines: z.array(z.string()), taxId: z.string() }),
  paymentAttemptId: z.string().nullable(),
})

const tags = ["billing"]

export const billingContract = {
  paymentRequests: {
    get: contract
      .route({ method: "GET", path: "/payment-requests/{id}", tags, summary: "A request to pay" })
      .input(z.object({ id: idText }))
      .output(paymentRequestShape),
    pay: contract
      .route({
        method: "POST",
        path: "/payment-requests/{id}/pay",
        tags,
        summary: "Start paying it; one live attempt at a time",
      })
      .input(
        z.object({
          id: idText,
          gateway: z.string().max(40).default("sandbox-card"),
          /** A saved method of its account is charged at once; absent: the payer goes to the gateway's page. */
          methodId: idText.optional(),
        }),
      )
      .output(attemptShape),
  },
  subscriptions: subscriptionContract,
  collectingPolicy: collectingPolicyContract,
  invoices: {
    list: contract
      .route({ method: "GET", path: "/invoices", tags, summary: "Invoices" })
      .input(timedPageInput.extend({ accountId: idText.optional(), number: z.string().max(40).optional() }))
      .output(pageOf(invoiceShape)),
    get: contract
      .route({
        method: "GET",
        path: "/invoices/{id}",
        tags,
        summary: "One invoice with its lines and their reasons",
      })
      .input(z.object({ id: idText }))
      .output(invoiceDetailShape),
    pdf: contract
      .route({ method: "GET", path: "/invoices/{id}/pdf", tags, summary: "The invoice as PDF" })
      .input(z.object({ id: idText, language: z.enum(["en", "ko"]).optional() }))
      .output(z.file()),
  },
}
