import { z } from "zod"
import { contract, idText, instantText, moneyShape, pageInput, pageOf } from "#kit/contract.ts"

export const itemStandings = ["waiting", "done", "left", "failed"] as const

const words = z.object({ en: z.string(), ko: z.string() })

export const correctionPreviewShape = z.object({
  planName: words,
  wrongVersion: z.number().int(),
  rightVersion: z.number().int(),
  /** Agreements whose next time would cost the wrong price, and open requests that ask for it. */
  subscriptions: z.number().int(),
  requests: z.number().int(),
  /** Lines of invoices that were computed by it. */
  lines: z.number().int(),
  accounts: z.number().int(),
})

export const correctionShape = z.object({
  id: z.string(),
  planId: z.string(),
  planName: words,
  wrongVersion: z.number().int(),
  rightVersion: z.number().int(),
  wrongVersionId: z.string(),
  rightVersionId: z.string(),
  reason: z.string(),
  state: z.enum(["running", "over"]),
  passes: z.number().int(),
  waiting: z.number().int(),
  done: z.number().int(),
  left: z.number().int(),
  failed: z.number().int(),
  /** What has gone back, one a currency. */
  credited: z.array(moneyShape),
  createdAt: instantText,
  createdBy: z.string(),
})

export const correctionItemShape = z.object({
  id: z.string(),
  kind: z.enum(["subscription", "line"]),
  documentId: z.string(),
  invoiceId: z.string().nullable(),
  number: z.string().nullable(),
  /** Of an agreement: what it is about, and since when there is one. */
  words: words.nullable(),
  since: instantText.nullable(),
  accountId: z.string(),
  accountName: z.string(),
  standing: z.enum(itemStandings),
  /** The credit note, or the request that asks anew. */
  resultId: z.string().nullable(),
  credited: moneyShape.nullable(),
  because: z.string().nullable(),
  toldAt: instantText.nullable(),
})

const tags = ["prices"]
const byId = z.object({ id: idText })
const versionsInput = z.object({ planId: idText, wrongVersionId: idText, rightVersionId: idText })

export const correctionContract = {
  preview: contract
    .route({
      method: "GET",
      path: "/price-correction-preview",
      tags,
      summary:
        "How many agreements, requests and invoices a wrong version's prices got into; nothing is written",
    })
    .input(versionsInput)
    .output(correctionPreviewShape),
  list: contract
    .route({ method: "GET", path: "/price-corrections", tags, summary: "Every correction of a wrong price" })
    .input(pageInput)
    .output(pageOf(correctionShape)),
  get: contract
    .route({ method: "GET", path: "/price-corrections/{id}", tags, summary: "One of them, and how it goes" })
    .input(byId)
    .output(correctionShape),
  start: contract
    .route({
      method: "POST",
      path: "/price-corrections",
      tags,
      successStatus: 201,
      summary:
        "Put right everything that was asked or invoiced by a wrong version: requests anew, credit notes, one mail each",
    })
    .input(versionsInput.extend({ reason: z.string().trim().min(3).max(500) }))
    .output(correctionShape),
  items: contract
    .route({
      method: "GET",
      path: "/price-corrections/{id}/items",
      tags,
      summary: "Document by document: what was done about each, or why nothing was",
    })
    .input(byId.extend({ standing: z.enum(itemStandings).optional(), ...pageInput.shape }))
    .output(pageOf(correctionItemShape)),
}
