import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

export const paperMailShape = z.object({
  id: z.string(),
  /** The paper that it brought: the invoice's number, or its credit note's. */
  number: z.string(),
  to: z.string(),
  subject: z.string(),
  state: z.enum(["queued", "sending", "sent", "failed"]),
  createdAt: instantText,
  sentAt: instantText.nullable(),
})

const tags = ["billing"]
const mails = z.object({ items: z.array(paperMailShape) })

export const paperMailContract = {
  list: contract
    .route({
      method: "GET",
      path: "/invoices/{id}/mails",
      tags,
      summary: "When and to whom an invoice and its credit notes were mailed",
    })
    .input(z.object({ id: idText }))
    .output(mails),
  send: contract
    .route({
      method: "POST",
      path: "/invoices/{id}/mails",
      tags,
      summary: "Mail an invoice or one of its credit notes again, a few times a day",
    })
    .input(z.object({ id: idText, creditNoteId: idText.optional() }))
    .output(mails),
}
