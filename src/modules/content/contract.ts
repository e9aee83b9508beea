import { z } from "zod"
import { contract, dateText, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"

export const pageKinds = ["legal", "about", "news", "guide"] as const
/** Texts that every shop has, at addresses of their own. */
export const legalPages = ["terms", "privacy", "acceptable-use", "service-levels"] as const
/** What somebody may write about. */
export const contactTopics = ["sales", "billing", "technical", "abuse", "other"] as const

const inBoth = (most: number) =>
  z.object({ en: z.string().trim().max(most), ko: z.string().trim().max(most) })
const bothShape = z.object({ en: z.string(), ko: z.string() })

export const textInput = z.object({ title: inBoth(120), summary: inBoth(240), body: inBoth(60_000) })
export const textShape = z.object({ title: bothShape, summary: bothShape, body: bothShape })
export const slugText = z
  .string()
  .trim()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "small letters, digits and hyphens")

/** A text as visitors read it, in the reader's language where there are words in it. */
export const readShape = z.object({
  slug: z.string(),
  language: z.enum(["en", "ko"]),
  title: z.string(),
  summary: z.string(),
  html: z.string(),
  headings: z.array(z.object({ id: z.string(), text: z.string() })),
  version: z.string(),
  publishedOn: dateText,
  updatedOn: dateText,
})

export const legalShape = readShape.extend({
  /** Comes with the program and has not been put in force by the shop. */
  isTemplate: z.boolean(),
  isCurrent: z.boolean(),
  /** Announced, and not in force yet. */
  coming: z.object({ version: z.string(), from: dateText }).nullable(),
  /** Newest first; one that isn't in force yet is among them. */
  versions: z.array(z.object({ version: z.string(), from: dateText })),
})

export const itemShape = z.object({
  slug: z.string(),
  language: z.enum(["en", "ko"]),
  title: z.string(),
  summary: z.string(),
  publishedOn: dateText,
  updatedOn: dateText,
})

export const versionShape = z.object({
  id: z.string(),
  version: z.string(),
  from: dateText,
  state: z.enum(["upcoming", "current", "past"]),
  note: z.string(),
  publishedAt: instantText,
  publishedBy: z.string(),
  /** People whose last word was about this version; null where nobody is asked. */
  agreed: z.number().int().nullable(),
})

export const pageShape = z.object({
  id: z.string(),
  kind: z.enum(pageKinds),
  slug: z.string(),
  /** Its title, with the shop's own facts in it. */
  name: bothShape,
  isFixed: z.boolean(),
  isWithdrawn: z.boolean(),
  isTemplate: z.boolean(),
  hasDraft: z.boolean(),
  draftEditedAt: instantText.nullable(),
  draftEditedBy: z.string().nullable(),
  /** What the editor begins with: the draft, else what was published last, else the template. */
  text: textShape,
  /** The same as it would be read. */
  preview: bothShape,
  versions: z.array(versionShape),
})

export const pageItemShape = z.object({
  id: z.string(),
  kind: z.enum(pageKinds),
  slug: z.string(),
  title: bothShape,
  state: z.enum(["template", "draft", "upcoming", "published", "withdrawn"]),
  hasDraft: z.boolean(),
  from: dateText.nullable(),
})

/** A run of words that both versions have, or only one of them. */
export const changeShape = z.object({ text: z.string(), change: z.enum(["same", "added", "removed"]) })
export const comparisonShape = z.object({
  from: z.string(),
  to: z.string(),
  en: z.array(changeShape),
  ko: z.array(changeShape),
})

const tags = ["content"]
const shopWindow = (path: `/${string}`, summary: string) =>
  contract.route({ method: "GET", path, tags, summary })
const slugInput = z.object({ slug: z.string().max(60) })

export const contentContract = {
  legal: {
    get: shopWindow("/content/legal", "A legal text: as it is in force, or an older or coming version")
      .input(z.object({ page: z.enum(legalPages), version: z.string().max(20).optional() }))
      .output(legalShape),
  },
  about: { get: shopWindow("/content/about", "Who the shop is, in its own words").output(readShape) },
  news: {
    list: shopWindow("/content/news", "News, newest first").input(pageInput).output(pageOf(itemShape)),
    get: shopWindow("/content/news/{slug}", "One piece of news").input(slugInput).output(readShape),
  },
  guides: {
    list: shopWindow("/content/guides", "Guides; with words to look for, the best match first")
      .input(z.object({ search: z.string().trim().max(80).optional() }))
      .output(z.object({ items: z.array(itemShape) })),
    get: shopWindow("/content/guides/{slug}", "One guide").input(slugInput).output(readShape),
  },
  contact: {
    send: contract
      .route({ method: "POST", path: "/content/contact-messages", tags, summary: "Write to the shop" })
      .input(
        z.object({
          name: z.string().trim().min(1).max(80),
          email: z.email().max(254),
          topic: z.enum(contactTopics),
          message: z.string().trim().min(10).max(4_000),
          /** That it is read, kept with the name and address, and answered. */
          agrees: z.literal(true),
        }),
      )
      .output(z.object({ sentTo: z.string() })),
  },
  pages: {
    list: contract
      .route({
        method: "GET",
        path: "/content/pages",
        tags,
        summary: "Every text of the shop, for its staff",
      })
      .output(z.object({ items: z.array(pageItemShape) })),
    get: contract
      .route({ method: "GET", path: "/content/pages/{id}", tags, summary: "One text with its versions" })
      .input(z.object({ id: idText }))
      .output(pageShape),
    compare: contract
      .route({ method: "GET", path: "/content/pages/{id}/comparison", tags, summary: "What changed" })
      .input(z.object({ id: idText, from: z.string().max(48).optional(), to: z.string().max(48).optional() }))
      .output(comparisonShape),
    create: contract
      .route({ method: "POST", path: "/content/pages", tags, successStatus: 201, summary: "A new text" })
      .input(textInput.extend({ kind: z.enum(["news", "guide"]), slug: slugText }))
      .output(pageShape),
    save: contract
      .route({ method: "PUT", path: "/content/pages/{id}/draft", tags, summary: "Save its draft" })
      .input(textInput.extend({ id: idText }))
      .output(pageShape),
    publish: contract
      .route({ method: "POST", path: "/content/pages/{id}/versions", tags, summary: "Publish its draft" })
      .input(z.object({ id: idText, from: z.iso.date(), note: z.string().trim().max(300).default("") }))
      .output(pageShape),
    withdraw: contract
      .route({
        method: "POST",
        path: "/content/pages/{id}/withdrawal",
        tags,
        summary: "Take it off the shop",
      })
      .input(z.object({ id: idText }))
      .output(pageShape),
  },
}
