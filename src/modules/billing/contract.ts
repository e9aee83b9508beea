import { z } from "zod"
import { contract, dateText, idText, instantText, moneyShape, pageOf, spanPageInput } from "#kit/contract.ts"
import { attemptShape } from "#payments/contract"
import { billingDayContract } from "./billing-day-contract.ts"
import { collectingPolicyContract } from "./collecting-contract.ts"
import { creditNoteContract, creditNoteShape } from "./credit-note-contract.ts"
import { dunningContract } from "./dunning-contract.ts"
import { loyaltyContract } from "./loyalty-contract.ts"
import { refundPolicyContract } from "./money-back-contract.ts"
import { paperMailContract } from "./paper-mail-contract.ts"
import { reissueContract } from "./reissue-contract.ts"
import { runContract } from "./renewal-run-contract.ts"
import { requestDeskContract, requestPurposes, requestStates } from "./request-desk-contract.ts"
import { latePolicies, subscriptionContract } from "./subscription-contract.ts"
import { refundContract } from "./taking-back-contract.ts"
import { taxReportContract } from "./tax-report-contract.ts"

export { readyMadeDays } from "./collecting-contract.ts"
export { dunningSteps, overdueStates } from "./dunning-contract.ts"
export { quantityPreviewShape } from "./quantity-contract.ts"
export { type StayKind, stayKinds } from "./stay-contract.ts"
export { cancelReasons, collections, subscriptionShape, subscriptionStates } from "./subscription-contract.ts"
export { refundPreviewShape, refundPurchaseShape } from "./taking-back-contract.ts"
export { type EuSales, euSalesStandings, taxKinds } from "./tax-report-contract.ts"

/** What a line was computed from: recomputing it gives the same amount. */
export const lineReasonShape = z.object({
  planId: z.string().nullable(),
  priceId: z.string().nullable(),
  quantity: z.string(),
  unit: moneyShape,
  cycle: z.string().nullable(),
  rule: z.string(),
  /** What else the rule was given: days, list prices, amounts in minor units. */
  facts: z.record(z.string(), z.string()).optional(),
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
  state: z.enum(requestStates),
  accountId: z.string(),
  orderId: z.string().nullable(),
  /** What it was made for. */
  purpose: z.enum(requestPurposes),
  invoiceId: z.string().nullable(),
  ...amounts,
  /** Of the total: what account credit pays, and what is left for a gateway. */
  fromCredit: moneyShape,
  left: moneyShape,
  /** With the days they pay for if they are paid today. */
  lines: z.array(documentLineShape),
  /** Something on it is paid late: from which day the time that is paid now counts. */
  late: z.enum(latePolicies).nullable(),
  createdAt: instantText,
  dueOn: dateText,
  /** What staff say to the customer on it, and the number the customer orders by. */
  note: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
})

/** The states of an invoice, and what a paid one has become since. */
export const invoiceStandings = [
  "paid",
  "open",
  "written_off",
  "credited",
  "partly_refunded",
  "refunded",
  "replaced",
] as const

export const invoiceShape = z.object({
  id: z.string(),
  number: z.string(),
  issuedOn: dateText,
  state: z.enum(["paid", "open", "written_off", "credited"]),
  /** What people call it: the state; of a paid one also whether it was refunded in part or whole, or another replaced it. */
  standing: z.enum(invoiceStandings),
  /** By when it is to be paid; null of one that was issued when it was paid. */
  dueOn: dateText.nullable(),
  /** What is still to be paid. */
  left: moneyShape,
  /** The request by which it is paid. */
  requestId: z.string().nullable(),
  accountId: z.string(),
  /** Empty where the buyer was forgotten. */
  accountName: z.string(),
  /** Kept for the law only, until then: its buyer was forgotten, and what it says of them is not shown. */
  keptUntil: dateText.nullable(),
  orderId: z.string().nullable(),
  ...amounts,
  /** Of the total: paid by account credit. */
  fromCredit: moneyShape,
  paidAt: instantText.nullable(),
  /** What credit notes have taken back of it. */
  credited: moneyShape,
})

const namedShape = z.object({ id: z.string(), number: z.string() })

export const invoiceDetailShape = invoiceShape.extend({
  /** Each with how it was computed, step by step, in the reader's language. */
  lines: z.array(documentLineShape.extend({ steps: z.array(z.string()) })),
  buyer: z.object({ name: z.string(), addressLines: z.array(z.string()), taxId: z.string().nullable() }),
  seller: z.object({ name: z.string(), addressLines: z.array(z.string()), taxId: z.string() }),
  paymentAttemptId: z.string().nullable(),
  /** What staff say to the customer on it, and the number the customer orders by. */
  note: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
  creditNotes: z.array(creditNoteShape),
  /** The one it was issued in place of, and the one that stands in its place. */
  replaces: namedShape.nullable(),
  replacedBy: namedShape.nullable(),
})

export const explanationShape = z.object({
  lineId: z.string(),
  words: z.string(),
  steps: z.array(z.string()),
  reason: lineReasonShape,
  /** What comes out when it is computed again from the reasons alone. */
  recomputed: z.object({ net: moneyShape, tax: moneyShape, gross: moneyShape }),
  isSame: z.boolean(),
})

const tags = ["billing"]

export const billingContract = {
  paymentRequests: {
    ...requestDeskContract,
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
    useCredit: contract
      .route({
        method: "PUT",
        path: "/payment-requests/{id}/credit",
        tags,
        summary:
          "Let account credit pay what it can; paid at once where that is all, unchanged while somebody pays",
      })
      .input(z.object({ id: idText }))
      .output(paymentRequestShape),
    keepCredit: contract
      .route({
        method: "DELETE",
        path: "/payment-requests/{id}/credit",
        tags,
        summary:
          "Have the credit back that is set aside for it, as long as it is open and nobody is paying it",
      })
      .input(z.object({ id: idText }))
      .output(paymentRequestShape),
  },
  billingDay: billingDayContract,
  loyalty: loyaltyContract,
  subscriptions: subscriptionContract,
  collectingPolicy: collectingPolicyContract,
  renewalRun: runContract,
  dunning: dunningContract,
  refunds: refundContract,
  refundPolicy: refundPolicyContract,
  creditNotes: creditNoteContract,
  taxReport: taxReportContract,
  reissues: reissueContract,
  paperMails: paperMailContract,
  invoices: {
    list: contract
      .route({ method: "GET", path: "/invoices", tags, summary: "Invoices" })
      .input(
        spanPageInput.extend({
          accountId: idText.optional(),
          number: z.string().max(40).optional(),
          state: z.enum(["paid", "open", "written_off", "credited"]).optional(),
          standing: z.enum(invoiceStandings).optional(),
          /** Only those that are open beyond their due day. */
          isOverdue: z.boolean().optional(),
        }),
      )
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
    writeOff: contract
      .route({
        method: "PUT",
        path: "/invoices/{id}/write-off",
        tags,
        summary: "Give up what is owed by it, with a reason: a loss in the books, and no credit note",
      })
      .input(z.object({ id: idText, reason: z.string().trim().min(3).max(300) }))
      .output(invoiceShape),
    explain: contract
      .route({
        method: "GET",
        path: "/invoices/{id}/lines/{lineId}/explanation",
        tags,
        summary: "How a line was computed: in words, and computed anew from what the line keeps",
      })
      .input(z.object({ id: idText, lineId: idText, language: z.enum(["en", "ko"]).optional() }))
      .output(explanationShape),
    pdf: contract
      .route({ method: "GET", path: "/invoices/{id}/pdf", tags, summary: "The invoice as PDF" })
      .input(z.object({ id: idText, language: z.enum(["en", "ko"]).optional() }))
      .output(z.file()),
  },
}
