import { z } from "zod"
import { contract, idText, moneyShape } from "#kit/contract.ts"

const treatmentShape = z.object({
  /** Why this tax and no other, in a sentence; empty where one rate is everybody's. */
  why: z.string(),
  /** The rates of its lines, each once. */
  percents: z.array(z.string()),
  net: moneyShape,
  tax: moneyShape,
  total: moneyShape,
})

export const reissuePreviewShape = z.object({
  invoiceId: z.string(),
  number: z.string(),
  before: treatmentShape,
  after: treatmentShape,
  /** Invoiced, less what is right: above zero comes back, or isn't asked for any more. */
  difference: moneyShape,
  /** Of that, if it was paid: the way it came, and as the credit that had paid it. */
  money: moneyShape,
  credit: moneyShape,
  /** Why it can't be done, in the reader's language; null: it can. */
  hindrance: z.string().nullable(),
  /** What stands in its place already. */
  replacedById: z.string().nullable(),
})

const tags = ["billing"]

export const reissueContract = {
  preview: contract
    .route({
      method: "GET",
      path: "/invoices/{id}/reissue",
      tags,
      summary: "What an invoice would be with the tax as it is known now, and what would come back",
    })
    .input(z.object({ id: idText }))
    .output(reissuePreviewShape),
  issue: contract
    .route({
      method: "POST",
      path: "/invoices/{id}/reissue",
      tags,
      summary:
        "Put its papers right: a credit note over all of it and another invoice with the right tax, settled by the same payment or owed in its stead",
    })
    .input(
      z.object({
        id: idText,
        /** The total that the preview showed. */
        expected: moneyShape,
        /** What was paid too much goes back the way it came, or stays as credit if its customer would rather have that. */
        back: z.enum(["money", "credit"]).default("money"),
        reason: z.string().trim().min(3).max(300),
      }),
    )
    .output(z.object({ invoiceId: z.string(), creditNoteId: z.string() })),
}
