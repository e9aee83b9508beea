import { z } from "zod"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"

/** How a refund is worked out. */
export const refundBases = ["by_days", "by_days_less_discount", "used_days_at_list_price"] as const

const figureShape = z.object({
  basis: z.enum(refundBases),
  amount: moneyShape,
  /** Kept of it for the trouble. */
  fee: moneyShape,
  /** The last day on which it can be asked for. */
  lastDay: dateText,
  isOpen: z.boolean(),
  /** What a bound changed. */
  bound: z.enum(["none", "zero", "cap", "refundable"]),
})

export const refundPurchaseShape = z.object({
  periodId: z.string(),
  start: dateText,
  /** The last usable day. */
  lastDay: dateText,
  paidOn: dateText,
  /** What paid for it, newest first: a change of plan adds one. */
  invoiceIds: z.array(z.string()),
  paid: moneyShape,
  /** What it would have cost without discounts. */
  list: moneyShape,
  /** The later of payment and the start of the service. */
  dayZero: dateText,
  usedDays: z.number().int(),
  totalDays: z.number().int(),
  /** What the law gives; null where it gives nothing (businesses). */
  statutory: figureShape.nullable(),
  /** What the house gives. */
  policy: figureShape.nullable(),
  /** The higher of the two, which is paid; null when both windows are over. */
  pays: z.enum(["statutory", "policy"]).nullable(),
  amount: moneyShape,
  /** Taking it back takes back all that were paid for after it as well: what that comes to, and what it does. */
  together: z
    .object({
      amount: moneyShape,
      effect: z.enum(["end_moves_back", "ends"]),
    })
    .nullable(),
})

export const refundPreviewShape = z.object({
  subscriptionId: z.string(),
  words: z.object({ en: z.string(), ko: z.string() }),
  /** On this day it would be deleted if its running time were taken back today. */
  deletedOn: dateText,
  /** Newest first. */
  purchases: z.array(refundPurchaseShape),
})

const tags = ["billing"]

export const refundContract = {
  preview: contract
    .route({
      method: "GET",
      path: "/subscriptions/{id}/refund",
      tags,
      summary:
        "What taking purchases back would bring: the law's figure and the house's, and the higher is paid",
    })
    .input(z.object({ id: idText }))
    .output(refundPreviewShape),
  request: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/refund",
      tags,
      summary: "Take a purchase back, and all that were paid for after it",
    })
    .input(z.object({ id: idText, periodId: idText, expected: moneyShape }))
    .output(
      z.object({
        amount: moneyShape,
        effect: z.enum(["end_moves_back", "ends"]),
        creditNoteIds: z.array(z.string()),
      }),
    ),
}
