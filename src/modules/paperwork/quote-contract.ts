import { z } from "zod"
import { prepaidCycles } from "#catalog/contract"
import { contract, dateText, idText, instantText, moneyShape, pageOf, timedPageInput } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"

export const quoteStates = ["draft", "sent", "accepted", "declined", "expired", "replaced"] as const

/** A plan of the catalogue on a quote: accepted, it is ordered and built like any other. */
const quotedPlanShape = z.object({
  planId: idText,
  cycle: z.enum(prepaidCycles),
  locationId: z.string().max(60),
  imageId: z.string().max(60),
  hostname: z.string().trim().min(3).max(253),
})

export const quoteLineShape = z.object({
  words: z.string(),
  quantity: z.number().int(),
  unit: moneyShape,
  plan: quotedPlanShape.nullable(),
})

/** Either words and a price, or a plan: its words and price are the catalogue's. */
export const quoteLineInput = z.object({
  words: z.string().trim().max(200).optional(),
  quantity: z.coerce.number().int().min(1).max(1_000),
  unit: moneyShape.optional(),
  plan: quotedPlanShape.optional(),
})

export const quoteShape = z.object({
  id: z.string(),
  /** Null while it is a draft. */
  number: z.string().nullable(),
  state: z.enum(quoteStates),
  accountId: z.string(),
  currency: z.enum(currencyCodes),
  lines: z.array(quoteLineShape),
  net: moneyShape,
  tax: moneyShape,
  total: moneyShape,
  /** The last day on which it can be accepted. */
  validUntil: dateText,
  note: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
  /** The number of the quote that this one stands in for. */
  replaces: z.string().nullable(),
  sentAt: instantText.nullable(),
  answeredAt: instantText.nullable(),
  /** The customer's own word on why not. */
  declinedBecause: z.string().nullable(),
  orderId: z.string().nullable(),
  requestId: z.string().nullable(),
  createdAt: instantText,
})

export const quoteInput = z.object({
  currency: z.enum(currencyCodes),
  lines: z.array(quoteLineInput).min(1).max(50),
  validUntil: dateText,
  note: z.string().trim().max(1_000).optional(),
  purchaseOrder: z.string().trim().max(60).optional(),
})

const tags = ["paperwork"]
const byId = z.object({ id: idText })

export const quoteContract = {
  list: contract
    .route({ method: "GET", path: "/quotes", tags, summary: "Quotes; customers see what was sent to them" })
    .input(
      timedPageInput.extend({
        accountId: idText.optional(),
        number: z.string().max(40).optional(),
        state: z.enum(quoteStates).optional(),
      }),
    )
    .output(pageOf(quoteShape.extend({ accountName: z.string() }))),
  get: contract
    .route({ method: "GET", path: "/quotes/{id}", tags, summary: "One quote" })
    .input(byId)
    .output(quoteShape),
  pdf: contract
    .route({ method: "GET", path: "/quotes/{id}/pdf", tags, summary: "The quote as PDF" })
    .input(z.object({ id: idText, language: z.enum(["en", "ko"]).optional() }))
    .output(z.file()),
  create: contract
    .route({ method: "POST", path: "/quotes", tags, successStatus: 201, summary: "Begin to write one" })
    .input(quoteInput.extend({ accountId: idText }))
    .output(quoteShape),
  save: contract
    .route({ method: "PUT", path: "/quotes/{id}", tags, summary: "Write it anew, as long as it isn't sent" })
    .input(quoteInput.extend({ id: idText }))
    .output(quoteShape),
  throwAway: contract
    .route({ method: "DELETE", path: "/quotes/{id}", tags, summary: "Throw a draft away" })
    .input(byId)
    .output(z.object({ id: z.string() })),
  send: contract
    .route({
      method: "PUT",
      path: "/quotes/{id}/send",
      tags,
      summary: "Give it a number and mail it; what it stands in for can't be accepted any more",
    })
    .input(byId)
    .output(quoteShape),
  revise: contract
    .route({
      method: "POST",
      path: "/quotes/{id}/revisions",
      tags,
      summary: "Write another one in its stead",
    })
    .input(byId)
    .output(quoteShape),
  accept: contract
    .route({
      method: "PUT",
      path: "/quotes/{id}/accept",
      tags,
      summary: "Order what it says, once, by its last day",
    })
    .input(byId)
    .output(quoteShape),
  decline: contract
    .route({ method: "PUT", path: "/quotes/{id}/decline", tags, summary: "Say no, and why" })
    .input(z.object({ id: idText, because: z.string().trim().max(500).optional() }))
    .output(quoteShape),
}
