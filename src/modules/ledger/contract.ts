import { z } from "zod"
import { contract, dateText, instantText, moneyShape, pageOf, timedPageInput } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"

export const accountKinds = ["asset", "liability", "income", "expense"] as const
export const accountSides = ["company", "customer"] as const
export const journalFormats = ["hledger", "beancount"] as const

const sums = {
  /** Before the first day asked for. Positive is debit, negative is credit, as everywhere here. */
  opening: moneyShape,
  debit: moneyShape,
  credit: moneyShape,
  closing: moneyShape,
}

export const trialBalanceRowShape = z.object({
  /** "cash:sandbox-card"; of the customers' side the role alone, all of them together: "receivable". */
  account: z.string(),
  kind: z.enum(accountKinds),
  /** How many customers stand in the row; null on the company's own side. */
  customers: z.number().int().nullable(),
  ...sums,
})

export const bookProofShape = z.object({
  /** The day it was made for, in the shop's calendar. */
  day: dateText,
  checkedAt: instantText,
  transfers: z.number().int(),
  /** What did not add up; empty when all of it did. */
  findings: z.array(
    z.object({
      kind: z.enum(["transfer_out_of_balance", "balance_differs"]),
      subject: z.string(),
      amount: moneyShape,
    }),
  ),
})

export const trialBalanceShape = z.object({
  from: dateText,
  on: dateText,
  currencies: z.array(
    z.object({
      currency: z.enum(currencyCodes),
      rows: z.array(trialBalanceRowShape),
      /** Opening and closing are zero, and debit is what credit is: that is what double entry means. */
      total: z.object(sums),
    }),
  ),
  /** The last time every transfer and every balance was gone through. */
  proof: bookProofShape.nullable(),
})

export type TrialBalance = z.infer<typeof trialBalanceShape>

export const bookedTransferShape = z.object({
  id: z.string(),
  key: z.string(),
  reference: z.string(),
  words: z.string(),
  postedOn: dateText,
  postedAt: instantText,
  /** What it did to the account that was asked for. */
  amount: moneyShape,
  postings: z.array(
    z.object({
      account: z.string(),
      /** Whose account it is; null on the company's own side. */
      customerName: z.string().nullable(),
      amount: moneyShape,
    }),
  ),
})

/** An account's whole name, or a role of the customers' side for all of them. */
const accountText = z.string().regex(/^[a-z]+(:[a-z0-9][a-z0-9_-]{0,47})?$/)
const tags = ["ledger"]

export const ledgerContract = {
  trialBalance: {
    get: contract
      .route({
        method: "GET",
        path: "/ledger/trial-balance",
        tags,
        summary: "The books as of a day, per currency and account, with the last daily proof",
      })
      .input(z.object({ from: z.iso.date().optional(), on: z.iso.date().optional() }))
      .output(trialBalanceShape),
  },
  transfers: {
    list: contract
      .route({
        method: "GET",
        path: "/ledger/transfers",
        tags,
        summary: "What was booked on an account in a currency",
      })
      .input(
        timedPageInput.extend({
          account: accountText,
          /** Absent: the shop's own. */
          currency: z.enum(currencyCodes).optional(),
          from: z.iso.date().optional(),
          on: z.iso.date().optional(),
        }),
      )
      .output(pageOf(bookedTransferShape)),
  },
  journal: {
    read: contract
      .route({
        method: "GET",
        path: "/ledger/journal",
        tags,
        summary: "The books as plain-text accounting for hledger or beancount, page by page",
      })
      .input(
        z.object({ format: z.enum(journalFormats).default("hledger"), after: z.string().max(48).optional() }),
      )
      .output(z.object({ text: z.string(), next: z.string().nullable() })),
  },
}
