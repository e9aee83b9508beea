import { z } from "zod"
import { contract, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"
import { richTextShape } from "./rich-text-contract.ts"

export type { Block, Span } from "./rich-text-contract.ts"

export const noticeKinds = ["news", "maintenance", "incident", "resolved", "changes", "terms"] as const
export const noticeImportances = ["normal", "important", "urgent"] as const
/** As staff see it: what was decided, and where the clock stands. */
export const noticeStates = ["draft", "planned", "live", "over", "withdrawn"] as const

export const audienceShape = z.object({
  /** Empty: both. */
  accountKinds: z.array(z.enum(["consumer", "business"])).max(2),
  /** Of the billing profile; empty: all. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(50),
  /** Customers who carry one of them; empty: all. */
  tagIds: z.array(idText).max(50),
  /** Only who has something running. */
  needsService: z.boolean(),
})

const title = z.string().trim().max(120)
const inLanguages = <Part extends z.ZodType>(part: Part) => z.object({ en: part, ko: part })

const noticeInput = z.object({
  kind: z.enum(noticeKinds),
  importance: z.enum(noticeImportances),
  /** In at least one language, title and text both; readers of the other one get that. */
  title: inLanguages(title),
  body: inLanguages(richTextShape),
  audience: audienceShape,
  /** Shown until then; null: until it is withdrawn. */
  expiresAt: instantText.nullable(),
})

export const noticeShape = z.object({
  ...noticeInput.shape,
  id: z.string(),
  state: z.enum(noticeStates),
  publishAt: instantText.nullable(),
  updatedAt: instantText,
  /** People who have opened it. */
  readers: z.number().int(),
})

export const ownNoticeShape = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  importance: z.enum(noticeImportances),
  title: z.string(),
  preview: z.string(),
  publishedAt: instantText,
  isRead: z.boolean(),
})

const tags = ["notices"]
const one = z.object({ id: idText })

export const noticesContract = {
  list: contract
    .route({ method: "GET", path: "/notices", tags, summary: "All notices, also those not out yet" })
    .input(pageInput)
    .output(pageOf(noticeShape)),
  get: contract
    .route({ method: "GET", path: "/notices/{id}", tags, summary: "One of them" })
    .input(one)
    .output(noticeShape),
  create: contract
    .route({ method: "POST", path: "/notices", tags, successStatus: 201, summary: "A draft" })
    .input(noticeInput)
    .output(noticeShape),
  save: contract
    .route({ method: "PUT", path: "/notices/{id}", tags, summary: "Change it; what is out changes at once" })
    .input(noticeInput.extend({ id: idText }))
    .output(noticeShape),
  publish: contract
    .route({ method: "PUT", path: "/notices/{id}/publish", tags, summary: "Publish it, now or at a time" })
    .input(one.extend({ publishAt: instantText.optional() }))
    .output(noticeShape),
  withdraw: contract
    .route({ method: "PUT", path: "/notices/{id}/withdraw", tags, summary: "Show it to nobody any more" })
    .input(one)
    .output(noticeShape),
  own: {
    list: contract
      .route({
        method: "GET",
        path: "/own-notices",
        tags,
        summary: "Notices for the reader, the newest first",
      })
      .input(pageInput)
      .output(pageOf(ownNoticeShape)),
    summary: contract
      .route({
        method: "GET",
        path: "/own-notices/summary",
        tags,
        summary: "How many are unread, and urgent ones",
      })
      .output(
        z.object({
          unread: z.number().int(),
          urgent: z.array(z.object({ id: z.string(), title: z.string() })),
        }),
      ),
    get: contract
      .route({ method: "GET", path: "/own-notices/{id}", tags, summary: "One of them, with its text" })
      .input(one)
      .output(ownNoticeShape.extend({ body: richTextShape })),
    read: contract
      .route({ method: "PUT", path: "/own-notices/{id}/read", tags, summary: "The reader has seen it" })
      .input(one)
      .output(z.object({ id: z.string() })),
  },
}
