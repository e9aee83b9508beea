import { z } from "zod"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"

export const statementKinds = [
  "invoice",
  "payment",
  "credit_note",
  "refund",
  "written_off",
  "account_credit",
  "moved",
] as const

export const statementShape = z.object({
  accountId: z.string(),
  accountName: z.string(),
  currency: z.enum(currencyCodes),
  /** All in which the account has ever stood, that of the latest move first: a statement is of one. */
  currencies: z.array(z.enum(currencyCodes)),
  from: dateText,
  to: dateText,
  /** Above zero: owed to the shop; below: the customer's, and kept for them. */
  opening: moneyShape,
  lines: z.array(
    z.object({
      on: dateText,
      kind: z.enum(statementKinds),
      /** Of the invoice or the credit note that it is about. */
      number: z.string().nullable(),
      amount: moneyShape,
      /** After it. */
      balance: moneyShape,
    }),
  ),
  closing: moneyShape,
})

const period = z.object({
  /** Customers mean their own account unless they name another of theirs; staff have to say. */
  accountId: idText.optional(),
  /** Absent: that of the account's latest move. */
  currency: z.enum(currencyCodes).optional(),
  /** Absent: the first day of this year. */
  from: dateText.optional(),
  /** Absent: today. */
  to: dateText.optional(),
})

const tags = ["paperwork"]

export const statementContract = {
  get: contract
    .route({ method: "GET", path: "/statements", tags, summary: "How an account stood, day by day" })
    .input(period)
    .output(statementShape),
  pdf: contract
    .route({ method: "GET", path: "/statements/pdf", tags, summary: "The statement as PDF" })
    .input(period.extend({ language: z.enum(["en", "ko"]).optional() }))
    .output(z.file()),
}
