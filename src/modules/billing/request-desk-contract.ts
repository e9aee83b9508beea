import { z } from "zod"
import { contract, dateText, idText, instantText, moneyShape, pageOf, spanPageInput } from "#kit/contract.ts"

export const requestStates = ["open", "billed", "paid", "withdrawn", "written_off"] as const

export const requestPurposes = ["order", "renewal", "extension", "change", "manual"] as const

/** A request as lists have it: without its lines. */
export const listedRequestShape = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(requestStates),
  accountId: z.string(),
  purpose: z.enum(requestPurposes),
  invoiceId: z.string().nullable(),
  total: moneyShape,
  /** What is still to be paid; nothing of what is paid or taken back. */
  left: moneyShape,
  createdAt: instantText,
  dueOn: dateText,
  note: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
})

const tags = ["billing"]

/** What staff do with requests at their desk; customers list their own. */
export const requestDeskContract = {
  list: contract
    .route({ method: "GET", path: "/payment-requests", tags, summary: "Requests to pay" })
    .input(
      spanPageInput.extend({
        accountId: idText.optional(),
        number: z.string().max(40).optional(),
        state: z.enum(requestStates).optional(),
        purpose: z.enum(requestPurposes).optional(),
        /** Only those that are open beyond their due day. */
        isOverdue: z.boolean().optional(),
      }),
    )
    .output(pageOf(listedRequestShape.extend({ accountName: z.string() }))),
  pdf: contract
    .route({
      method: "GET",
      path: "/payment-requests/{id}/pdf",
      tags,
      summary: "An open request as PDF, in its customer's language unless another is named; no invoice",
    })
    .input(z.object({ id: idText, language: z.enum(["en", "ko"]).optional() }))
    .output(z.file()),
  withdraw: contract
    .route({
      method: "PUT",
      path: "/payment-requests/{id}/withdraw",
      tags,
      summary: "Take an open request back, with a reason; an invoice can't be",
    })
    .input(z.object({ id: idText, reason: z.string().trim().min(3).max(300) }))
    .output(listedRequestShape),
  recordTransfer: contract
    .route({
      method: "PUT",
      path: "/payment-requests/{id}/transfer",
      tags,
      summary: "Write down the bank transfer that paid it; told twice, it is recorded once",
    })
    .input(
      z.object({
        id: idText,
        amount: moneyShape,
        receivedOn: dateText,
        /** Who paid or what for, as the bank's statement has it. */
        reference: z.string().trim().min(2).max(80),
      }),
    )
    .output(listedRequestShape),
}
