import { z } from "zod"
import { contract, idText, instantText, moneyShape } from "#kit/contract.ts"

export const accountTermsShape = z.object({
  accountId: z.string(),
  /** How many days after its invoice a customer pays; null: everything is paid before. */
  terms: z
    .object({
      days: z.number().int(),
      /** As much may be unpaid at once. Invoices in other currencies are paid before. */
      limit: moneyShape,
      /** Of it: owed by invoices that are not paid. */
      owed: moneyShape,
      changedAt: instantText,
    })
    .nullable(),
})

const tags = ["terms"]

export const termsContract = {
  accounts: {
    get: contract
      .route({
        method: "GET",
        path: "/accounts/{id}/terms",
        tags,
        summary: "By when an account pays its invoices",
      })
      .input(z.object({ id: idText }))
      .output(accountTermsShape),
    set: contract
      .route({ method: "PUT", path: "/accounts/{id}/terms", tags, summary: "Let it pay after the invoice" })
      .input(
        z.object({
          id: idText,
          days: z.coerce.number().int().min(1).max(120),
          limit: moneyShape,
          reason: z.string().trim().min(3).max(300),
        }),
      )
      .output(accountTermsShape),
    end: contract
      .route({
        method: "DELETE",
        path: "/accounts/{id}/terms",
        tags,
        summary: "From now on it pays before again; what is issued keeps its due day",
      })
      .input(z.object({ id: idText, reason: z.string().trim().min(3).max(300) }))
      .output(accountTermsShape),
  },
}
