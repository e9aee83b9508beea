import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { cycles } from "./cycle-contract.ts"
import { meterShape, metersInput } from "./meter-contract.ts"
import { optionsInput, optionTextShape, pricesInput, pricesShape } from "./option-contract.ts"
import { trialInput, trialShape } from "./trial-contract.ts"

export const visibilities = ["active", "hidden", "archived"] as const

/** A change beyond this, up or down, is asked about again: it is what a zero too many or too few looks like. */
export const ASK_AGAIN_PERCENT = 50

const words = z.object({ en: z.string(), ko: z.string() })
const wordsInput = (most: number) =>
  z.object({ en: z.string().trim().min(1).max(most), ko: z.string().trim().min(1).max(most) })
const slugInput = z
  .string()
  .trim()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "address part")
const count = (least: number, most: number) => z.number().int().min(least).max(most)

const resourcesInput = z.object({
  cpuCores: count(1, 1_024),
  memoryMb: count(128, 16_777_216),
  storageGb: count(1, 1_000_000),
  trafficGb: count(0, 10_000_000),
  ipv4: count(0, 256),
})

const planTextInput = z.object({
  name: wordsInput(80),
  resources: resourcesInput,
  packageId: count(1, 2_147_483_647),
  prices: pricesInput,
  /** In the order in which they are shown. Absent: they stay as they are in the draft, or on sale. */
  options: optionsInput.optional(),
  /** Null: it can't be tried. Absent: it stays as it is. */
  trial: trialInput.nullable().optional(),
  /** What is charged by use. Absent: it stays as it is. */
  meters: metersInput.optional(),
})
const planTextShape = z.object({
  name: words,
  resources: z.object({
    cpuCores: z.number(),
    memoryMb: z.number(),
    storageGb: z.number(),
    trafficGb: z.number(),
    ipv4: z.number(),
  }),
  packageId: z.number(),
  prices: pricesShape,
  options: z.array(optionTextShape),
  trial: trialShape.nullable(),
  meters: z.array(meterShape),
})

const priceChangeShape = z.object({
  cycle: z.enum(cycles),
  currency: z.enum(currencyCodes),
  part: z.enum(["amount", "setup"]),
  /** The option or choice it is the price of; null: the plan's own. */
  of: words.nullable(),
  /** Minor units; null where there was no such price, or is none any more. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** In hundredths of what it was; null where there is nothing to compare. */
  percent: z.number().nullable(),
})

const changesShape = z.object({
  /** What belongs to an option names it. */
  fields: z.array(
    z.object({ field: z.string(), of: words.nullable(), before: z.string(), after: z.string() }),
  ),
  prices: z.array(priceChangeShape),
  /** The largest change of a price in either direction. */
  largestPercent: z.number(),
})

const versionShape = z.object({
  id: z.string(),
  number: z.number().int(),
  isCurrent: z.boolean(),
  note: z.string(),
  publishedAt: instantText,
  publishedBy: z.string(),
  text: planTextShape,
  /** Against the version before it; null for the first. */
  changes: changesShape.nullable(),
})

const stockShape = z.object({
  /** Null: as many as are wanted. */
  limit: z.number().int().nullable(),
  /** Ordered or running now. */
  taken: z.number().int(),
})

export const rangePlanShape = z.object({
  id: z.string(),
  productId: z.string(),
  productName: words,
  slug: z.string(),
  state: z.enum(visibilities),
  position: z.number().int(),
  stock: stockShape,
  /** A price that changes by more, up or down, is to be confirmed when it is published. */
  askAgainPercent: z.number(),
  draft: z
    .object({
      text: planTextShape,
      editedAt: instantText,
      editedBy: z.string(),
      /** Against what is on sale; null where nothing is yet. */
      changes: changesShape.nullable(),
    })
    .nullable(),
  /** Newest first; what is on sale is among them. */
  versions: z.array(versionShape),
})

const placeShape = z.object({ id: z.string(), name: words, groupId: z.number(), isOffered: z.boolean() })
const imageShape = z.object({
  id: z.string(),
  name: z.string(),
  templateId: z.number(),
  isOffered: z.boolean(),
})

export const rangeProductShape = z.object({
  id: z.string(),
  slug: z.string(),
  type: z.enum(["vps"]),
  name: words,
  description: words,
  state: z.enum(visibilities),
  position: z.number().int(),
  needsApproval: z.boolean(),
  locations: z.array(placeShape),
  images: z.array(imageShape),
  plans: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      name: words,
      state: z.enum(visibilities),
      position: z.number().int(),
      stock: stockShape,
      hasDraft: z.boolean(),
      /** Null until something is published. */
      version: z.number().int().nullable(),
    }),
  ),
})

const productInput = z.object({
  name: wordsInput(80),
  description: wordsInput(400),
  needsApproval: z.boolean(),
  position: count(0, 10_000).default(0),
  /** What has been offered stays in the list: whoever ordered it gets it. */
  locations: z
    .array(
      z.object({
        id: slugInput,
        name: wordsInput(60),
        groupId: count(1, 2_147_483_647),
        isOffered: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(40),
  images: z
    .array(
      z.object({
        id: slugInput,
        name: z.string().trim().min(1).max(60),
        templateId: count(1, 2_147_483_647),
        isOffered: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(60),
})

const tags = ["catalog"]
const byId = z.object({ id: idText })

/** The shop's range as its staff see and change it. */
export const rangeContract = {
  products: {
    list: contract
      .route({ method: "GET", path: "/product-range", tags, summary: "Every product and plan, for staff" })
      .output(z.object({ items: z.array(rangeProductShape) })),
    get: contract
      .route({ method: "GET", path: "/product-range/{id}", tags, summary: "One product, for staff" })
      .input(byId)
      .output(rangeProductShape),
    create: contract
      .route({
        method: "POST",
        path: "/product-range",
        tags,
        successStatus: 201,
        summary: "A new product, hidden at first",
      })
      .input(productInput.extend({ slug: slugInput }))
      .output(rangeProductShape),
    save: contract
      .route({ method: "PUT", path: "/product-range/{id}", tags, summary: "Change a product" })
      .input(productInput.extend({ id: idText, state: z.enum(visibilities) }))
      .output(rangeProductShape),
    addPlan: contract
      .route({
        method: "POST",
        path: "/product-range/{id}/plans",
        tags,
        successStatus: 201,
        summary: "A new plan: hidden, with a draft",
      })
      .input(planTextInput.extend({ id: idText, slug: slugInput }))
      .output(rangePlanShape),
  },
  plans: {
    get: contract
      .route({ method: "GET", path: "/plans/{id}", tags, summary: "One plan with its versions, for staff" })
      .input(byId)
      .output(rangePlanShape),
    save: contract
      .route({
        method: "PUT",
        path: "/plans/{id}",
        tags,
        summary: "Who sees a plan, where, and how many there are",
      })
      .input(
        byId.extend({
          state: z.enum(visibilities),
          position: count(0, 10_000),
          stockLimit: count(0, 1_000_000).nullable(),
        }),
      )
      .output(rangePlanShape),
    saveDraft: contract
      .route({ method: "PUT", path: "/plans/{id}/draft", tags, summary: "Save the draft of a next version" })
      .input(planTextInput.extend({ id: idText }))
      .output(rangePlanShape),
    dropDraft: contract
      .route({ method: "DELETE", path: "/plans/{id}/draft", tags, summary: "Throw the draft away" })
      .input(byId)
      .output(rangePlanShape),
    publish: contract
      .route({ method: "POST", path: "/plans/{id}/versions", tags, summary: "Put the draft on sale" })
      .input(
        byId.extend({
          note: z.string().trim().max(300).default(""),
          /** Needed above ASK_AGAIN_PERCENT: the largest change that somebody has looked at and means. */
          acceptedPercent: z.number().int().min(0).optional(),
        }),
      )
      .output(rangePlanShape),
  },
}
