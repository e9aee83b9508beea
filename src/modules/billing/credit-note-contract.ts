import { z } from "zod"
import { contract, dateText, idText, moneyShape, pageOf, spanPageInput } from "#kit/contract.ts"

export const creditCauses = ["not_delivered", "withdrawal", "refund", "plan_change", "correction"] as const

export const creditNoteShape = z.object({
  id: z.string(),
  number: z.string(),
  issuedOn: dateText,
  invoiceId: z.string(),
  cause: z.enum(creditCauses),
  net: moneyShape,
  tax: moneyShape,
  total: moneyShape,
})

export const listedCreditNoteShape = creditNoteShape.extend({
  invoiceNumber: z.string(),
  accountId: z.string(),
  /** Empty where the buyer was forgotten. */
  accountName: z.string(),
  /** What staff wrote for each other. */
  reason: z.string(),
})

const tags = ["billing"]

export const creditNoteContract = {
  list: contract
    .route({
      method: "GET",
      path: "/credit-notes",
      tags,
      summary: "Everything that was taken back of invoices",
    })
    .input(
      spanPageInput.extend({
        accountId: idText.optional(),
        number: z.string().max(40).optional(),
        cause: z.enum(creditCauses).optional(),
      }),
    )
    .output(pageOf(listedCreditNoteShape)),
  issue: contract
    .route({
      method: "POST",
      path: "/invoices/{id}/credit-notes",
      tags,
      summary: "Take back an invoice or parts of its lines; the money goes back the way it came",
    })
    .input(
      z.object({
        id: idText,
        /** Absent: all that is left of every line. */
        lines: z
          .array(z.object({ lineId: idText, gross: moneyShape }))
          .min(1)
          .max(500)
          .optional(),
        reason: z.string().trim().min(3).max(500),
      }),
    )
    .output(creditNoteShape),
  pdf: contract
    .route({ method: "GET", path: "/credit-notes/{id}/pdf", tags, summary: "The credit note as PDF" })
    .input(z.object({ id: idText, language: z.enum(["en", "ko"]).optional() }))
    .output(z.file()),
}
