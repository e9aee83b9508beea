import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

/** Of a VAT number. Pending: VIES could not say yet. */
export const vatStates = ["pending", "valid", "invalid"] as const

export const vatCheckShape = z.object({
  country: z.string(),
  number: z.string(),
  state: z.enum(vatStates),
  /** VIES's number of the question: the proof. Null where it gives none. */
  consultation: z.string().nullable(),
  /** Our own number, in whose name it was asked; without one VIES gives no number of the question. */
  requester: z.string().nullable(),
  /** When it was asked, as VIES has it. */
  requestDate: z.string().nullable(),
  /** As VIES has them; not every country tells. */
  traderName: z.string().nullable(),
  traderAddress: z.string().nullable(),
  /** Why VIES could not say, the last time it could not. */
  trouble: z.string().nullable(),
  askedAt: instantText,
  checkedAt: instantText.nullable(),
})

export const lostNumbersShape = z.object({
  items: z.array(
    z.object({
      accountId: z.string(),
      accountName: z.string(),
      country: z.string(),
      number: z.string(),
      lostAt: instantText,
    }),
  ),
})

export const vatChecksShape = z.object({
  items: z.array(vatCheckShape),
  /** What the account is charged now, why, and what can be done about it; null where place decides nothing. */
  taxWhy: z.string().nullable(),
})

const tags = ["tax"]

export const vatNumbersContract = {
  listLost: contract
    .route({
      method: "GET",
      path: "/tax/vat-numbers/lost",
      tags,
      summary: "VAT numbers of customers that VIES confirmed once and does not any more",
    })
    .output(lostNumbersShape),
  list: contract
    .route({
      method: "GET",
      path: "/accounts/{id}/vat-checks",
      tags,
      summary: "What VIES said of an account's VAT numbers",
    })
    .input(z.object({ id: idText }))
    .output(vatChecksShape),
  check: contract
    .route({
      method: "PUT",
      path: "/accounts/{id}/vat-checks",
      tags,
      summary: "Ask VIES about them again, now",
    })
    .input(z.object({ id: idText }))
    .output(vatChecksShape),
}
