import { z } from "zod"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"

export const creditNoteShape = z.object({
  id: z.string(),
  number: z.string(),
  issuedOn: dateText,
  invoiceId: z.string(),
  cause: z.enum(["not_delivered", "withdrawal", "refund", "plan_change", "correction"]),
  net: moneyShape,
  tax: moneyShape,
  total: moneyShape,
})

const tags = ["billing"]

export const creditNoteContract = {
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
