import { eventIterator } from "@orpc/contract"
import { z } from "zod"
import { contract, idText, instantText, moneyShape, pageInput, pageOf } from "#kit/contract.ts"
import { bankRefundContract } from "./bank-refund-contract.ts"
import { methodsContract } from "./method-contract.ts"

export const attemptStates = [
  "created",
  "waiting_for_payer",
  "settled",
  "declined",
  "abandoned",
  "unknown",
  "refunded",
] as const

/**
 * Where the gateway's list, our attempts, the ledger and the inbox don't say the same: a charge nobody here asked
 * for; one whose attempt doesn't know it; an attempt whose charge isn't there; another amount; another tax on its own
 * receipt than on our paper; another sum sent back; cash booked otherwise, or for nothing; a charge its holder disputes with their bank, or has got back there; a
 * notice nobody could work through.
 */
export const findingKinds = [
  "charge_unknown",
  "charge_unrecorded",
  "charge_missing",
  "amount_differs",
  "tax_differs",
  "refund_differs",
  "ledger_differs",
  "ledger_unfounded",
  "charge_disputed",
  "dispute_lost",
  "notice_unprocessed",
] as const

export const attemptShape = z.object({
  id: z.string(),
  /** What it settles, a payment request for example; payments never learns what that is. */
  reference: z.string(),
  accountId: z.string(),
  gateway: z.string(),
  amount: moneyShape,
  state: z.enum(attemptStates),
  /** Where the payer goes now, while the gateway waits for them. */
  redirectUrl: z.string().nullable(),
  /** The saved method that it charges by itself; null when the payer pays at the gateway's page. */
  methodId: z.string().nullable(),
  /** Why it was declined and what to do, in the reader's language. */
  words: z.string().nullable(),
  gatewayChargeId: z.string().nullable(),
  createdAt: instantText,
  settledAt: instantText.nullable(),
})

export const findingShape = z.object({
  id: z.string(),
  gateway: z.string(),
  kind: z.enum(findingKinds),
  /** The charge, attempt or notice it is about. */
  subject: z.string(),
  attemptId: z.string().nullable(),
  /** What it is and what to do, in the reader's language. */
  words: z.string(),
  ours: z.string(),
  theirs: z.string(),
  firstSeenAt: instantText,
  lastSeenAt: instantText,
  resolvedAt: instantText.nullable(),
})

const tags = ["payments"]

export const paymentsContract = {
  ...methodsContract,
  ...bankRefundContract,
  attempts: {
    list: contract
      .route({ method: "GET", path: "/payment-attempts", tags, summary: "Attempts to pay" })
      .input(
        pageInput.extend({
          reference: z.string().max(48).optional(),
          state: z.enum(attemptStates).optional(),
        }),
      )
      .output(pageOf(attemptShape)),
    /** Whoever holds the id may look: it is unguessable, and paying needs no session. */
    get: contract
      .route({ method: "GET", path: "/payment-attempts/{id}", tags, summary: "One attempt" })
      .input(z.object({ id: idText }))
      .output(attemptShape),
    /** The payer came back: ask the gateway now instead of waiting for its notice. Safe to repeat. */
    refresh: contract
      .route({
        method: "PUT",
        path: "/payment-attempts/{id}/refresh",
        tags,
        summary: "Ask the gateway what became of it",
      })
      .input(z.object({ id: idText }))
      .output(attemptShape),
    progress: contract
      .route({
        method: "GET",
        path: "/payment-attempts/{id}/progress",
        tags,
        summary: "The attempt, live (server-sent events)",
      })
      .input(z.object({ id: idText }))
      .output(eventIterator(attemptShape)),
  },
  findings: {
    list: contract
      .route({
        method: "GET",
        path: "/payment-findings",
        tags,
        summary: "Where the payment service's list and our books disagree",
      })
      .input(pageInput.extend({ isOpen: z.boolean().optional() }))
      .output(pageOf(findingShape)),
  },
}
