import { z } from "zod"
import { cycles } from "#catalog/contract"
import { contract, dateText, idText, instantText, moneyShape, pageInput, pageOf } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { correctionContract } from "./correction-contract.ts"

export {
  correctionItemShape,
  correctionPreviewShape,
  correctionShape,
} from "./correction-contract.ts"

export const needs = ["consent", "notice", "none"] as const
export const directions = ["more", "less", "same"] as const
export const withoutConsents = ["keep", "end"] as const
export const hindrances = ["no_price", "already_there", "no_coming_time", "under_way", "free"] as const
export const changeStates = ["listing", "running", "over", "stopped"] as const
export const itemStates = [
  "waiting",
  "told",
  "agreed",
  "declined",
  "moved",
  "kept",
  "ending",
  "gone",
  "stopped",
] as const
/** Which of the simulated ones are shown. */
export const simulationViews = ["more", "less", "same", "consent", "notice", "ends", "not_possible"] as const

/** A rise beyond this is asked about once more: it is what a zero too many looks like. */
export const ASK_AGAIN_PERCENT = 50

const words = z.object({ en: z.string(), ko: z.string() })

/** Whom it is about, to which version, and from when. */
const wishInput = z.object({
  /** One plan, or all of a product. */
  planId: idText.optional(),
  productId: idText.optional(),
  /** Of one plan; left out, its draft or what is on sale. Of a product's plans always that. */
  versionId: idText.optional(),
  /** From the first time that begins on or after this day; left out, from tomorrow. */
  from: z.iso.date().optional(),
  /** Only who bought this version. */
  boughtVersionId: idText.optional(),
  currency: z.enum(currencyCodes).optional(),
  cycle: z.enum(cycles).optional(),
  withoutConsent: z.enum(withoutConsents).default("keep"),
})

const counted = z.object({ subscriptions: z.number().int(), difference: moneyShape })

export const simulationSumShape = z.object({
  currency: z.enum(currencyCodes),
  subscriptions: z.number().int(),
  accounts: z.number().int(),
  /** Each one's first time at the other price, with the tax: what it would have cost, and what it costs. */
  before: moneyShape,
  after: moneyShape,
  more: counted,
  less: counted,
  /** Moved with the others at the price they pay: nobody asks or tells them. */
  same: counted,
  mustConsent: z.number().int(),
  mustBeTold: z.number().int(),
  /** Of those who must agree: whose contract ends if they don't. */
  ends: z.number().int(),
  notPossible: z.number().int(),
  /** The greatest rise of one of them. */
  largestPercent: z.number().int(),
  /** From when to when people are asked or told, and from when to when the other price begins. */
  firstToldOn: dateText.nullable(),
  firstOn: dateText.nullable(),
  lastOn: dateText.nullable(),
})

const simulatedShape = z.object({
  subscriptionId: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  words,
  cycle: z.enum(cycles),
  isBusiness: z.boolean(),
  hindrance: z.enum(hindrances).nullable(),
  need: z.enum(needs).nullable(),
  direction: z.enum(directions).nullable(),
  before: moneyShape.nullable(),
  after: moneyShape.nullable(),
  difference: moneyShape.nullable(),
  firstOn: dateText.nullable(),
  tellOn: dateText.nullable(),
  answerBy: dateText.nullable(),
  /** The last day of the agreement if nobody agrees; null where it goes on all the same. */
  endsOn: dateText.nullable(),
})

export const simulationShape = z.object({
  from: dateText,
  targets: z.array(
    z.object({
      planId: z.string(),
      planName: words,
      versionId: z.string(),
      version: z.number().int(),
      isPublished: z.boolean(),
    }),
  ),
  /** Which rule says so, and on which ground. */
  rule: z.object({ country: z.string(), from: dateText, ground: words }),
  askAgainPercent: z.number(),
  sums: z.array(simulationSumShape),
  page: pageOf(simulatedShape),
})

export const changeShape = z.object({
  id: z.string(),
  plans: z.array(z.object({ planId: z.string(), planName: words, version: z.number().int() })),
  from: dateText,
  withoutConsent: z.enum(withoutConsents),
  note: z.string(),
  state: z.enum(changeStates),
  createdAt: instantText,
  createdBy: z.string(),
  stoppedAt: instantText.nullable(),
  /** Of those whose price changes: how many stand where. */
  counts: z.partialRecord(z.enum(itemStates), z.number().int()),
  /** Whose price stays: moved without being asked or told. */
  staying: z.number().int(),
  /** Of them: the last try did not work. */
  failed: z.number().int(),
})

export const changeItemShape = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  words,
  cycle: z.string(),
  before: moneyShape,
  after: moneyShape,
  need: z.enum(needs),
  direction: z.enum(directions),
  firstOn: dateText,
  /** Null: its price stays, and nobody is told. */
  tellOn: dateText.nullable(),
  state: z.enum(itemStates),
  toldAt: instantText.nullable(),
  answeredAt: instantText.nullable(),
  trouble: z.string().nullable(),
})

export const pendingShape = changeItemShape.extend({
  changeId: z.string(),
  /** The last day on which an answer counts, and the last one at the old price. */
  answerBy: dateText,
})

export const ownChangeShape = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  words,
  before: moneyShape,
  after: moneyShape,
  cycle: z.enum(cycles),
  need: z.enum(needs),
  /** The first day at the other price, and the last one on which an answer counts. */
  firstOn: dateText,
  answerBy: dateText,
  withoutConsent: z.enum(withoutConsents),
  state: z.enum(itemStates),
  canAnswer: z.boolean(),
})

const tags = ["prices"]
const byId = z.object({ id: idText })

export const repricingContract = {
  simulate: contract
    .route({
      method: "GET",
      path: "/price-change-simulation",
      tags,
      summary: "Who would pay how much more or less, who must agree or be told, by when; nothing is written",
    })
    .input(wishInput.extend({ view: z.enum(simulationViews).optional(), ...pageInput.shape }))
    .output(simulationShape),
  changes: {
    list: contract
      .route({ method: "GET", path: "/price-changes", tags, summary: "Every change of those who bought" })
      .input(pageInput)
      .output(pageOf(changeShape)),
    get: contract
      .route({ method: "GET", path: "/price-changes/{id}", tags, summary: "One of them, and how it goes" })
      .input(byId)
      .output(changeShape),
    start: contract
      .route({
        method: "POST",
        path: "/price-changes",
        tags,
        successStatus: 201,
        summary: "Move those who bought to published versions from a day on: ask and tell them first",
      })
      .input(
        wishInput.extend({
          /** Subscriptions that stay as they are. */
          exceptIds: z.array(idText).max(1_000).default([]),
          note: z.string().trim().max(300).default(""),
          /** Needed above the limit: the greatest rise that somebody has looked at and means. */
          acceptedPercent: z.coerce.number().int().min(0).optional(),
        }),
      )
      .output(changeShape),
    items: contract
      .route({
        method: "GET",
        path: "/price-changes/{id}/items",
        tags,
        summary: "Agreement by agreement, and what did not work",
      })
      .input(
        byId.extend({
          state: z.enum(itemStates).optional(),
          need: z.enum(needs).optional(),
          direction: z.enum(directions).optional(),
          hasFailed: z.coerce.boolean().optional(),
          ...pageInput.shape,
        }),
      )
      .output(pageOf(changeItemShape)),
    pending: contract
      .route({
        method: "GET",
        path: "/price-changes/pending",
        tags,
        summary: "Whose price changes by a day, and who still has to agree or to be told; the soonest first",
      })
      .input(z.object({ until: dateText, ...pageInput.shape }))
      .output(pageOf(pendingShape)),
    stop: contract
      .route({
        method: "PUT",
        path: "/price-changes/{id}/stop",
        tags,
        summary: "Nobody is moved any more; what has not begun at the other price stays at the old one",
      })
      .input(byId)
      .output(changeShape),
  },
  corrections: correctionContract,
  own: {
    list: contract
      .route({
        method: "GET",
        path: "/own-price-changes",
        tags,
        summary: "What the reader's own agreements will cost, and what there is to answer",
      })
      .output(z.object({ items: z.array(ownChangeShape) })),
    answer: contract
      .route({
        method: "PUT",
        path: "/own-price-changes/{id}/answer",
        tags,
        summary: "Agree to the other price, or decline it",
      })
      .input(byId.extend({ isAgreed: z.boolean(), /** What was shown. */ expected: moneyShape }))
      .output(ownChangeShape),
  },
}
