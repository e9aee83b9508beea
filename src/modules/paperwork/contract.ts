import { z } from "zod"
import { contract, dateText, idText, instantText, moneyShape, pageOf, timedPageInput } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { quoteContract } from "./quote-contract.ts"
import { statementContract } from "./statement-contract.ts"

export { quoteShape } from "./quote-contract.ts"
export { statementShape } from "./statement-contract.ts"

export const draftStates = ["draft", "sent"] as const

/** A line as staff write it: words, how many, and the price of one as the shop shows prices. */
export const writtenLineShape = z.object({
  words: z.string().trim().min(1).max(200),
  quantity: z.coerce.number().int().min(1).max(100_000),
  unit: moneyShape,
})

const amounts = { net: moneyShape, tax: moneyShape, total: moneyShape }

export const draftShape = z.object({
  id: z.string(),
  state: z.enum(draftStates),
  accountId: z.string(),
  currency: z.enum(currencyCodes),
  lines: z.array(writtenLineShape),
  ...amounts,
  dueOn: dateText.nullable(),
  note: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
  /** What it became. */
  requestId: z.string().nullable(),
  createdAt: instantText,
})

const written = {
  currency: z.enum(currencyCodes),
  lines: z.array(writtenLineShape).min(1).max(50),
  note: z.string().trim().max(1_000).optional(),
  purchaseOrder: z.string().trim().max(60).optional(),
}

export const draftInput = z.object({
  ...written,
  /** Absent: a week after it is sent, or as the customer's terms say. */
  dueOn: dateText.optional(),
})

const tags = ["paperwork"]

export const paperworkContract = {
  quotes: quoteContract,
  statements: statementContract,
  drafts: {
    list: contract
      .route({ method: "GET", path: "/drafts", tags, summary: "Requests to pay that staff are writing" })
      .input(timedPageInput.extend({ accountId: idText.optional(), state: z.enum(draftStates).optional() }))
      .output(pageOf(draftShape.extend({ accountName: z.string() }))),
    get: contract
      .route({ method: "GET", path: "/drafts/{id}", tags, summary: "One of them, with its sums" })
      .input(z.object({ id: idText }))
      .output(draftShape),
    create: contract
      .route({ method: "POST", path: "/drafts", tags, successStatus: 201, summary: "Begin to write one" })
      .input(draftInput.extend({ accountId: idText }))
      .output(draftShape),
    save: contract
      .route({ method: "PUT", path: "/drafts/{id}", tags, summary: "Write it anew" })
      .input(draftInput.extend({ id: idText }))
      .output(draftShape),
    throwAway: contract
      .route({
        method: "DELETE",
        path: "/drafts/{id}",
        tags,
        summary: "Throw it away, as long as it isn't sent",
      })
      .input(z.object({ id: idText }))
      .output(z.object({ id: z.string() })),
    send: contract
      .route({
        method: "PUT",
        path: "/drafts/{id}/send",
        tags,
        summary: "Ask the customer for it, by a request with a number and by mail; once",
      })
      .input(z.object({ id: idText }))
      .output(draftShape),
  },
}
