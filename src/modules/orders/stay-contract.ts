import { z } from "zod"
import { stayKinds } from "#billing/contract"
import { cycles } from "#catalog/contract"
import { contract, dateText, idText, moneyShape } from "#kit/contract.ts"

/** Nothing is offered unless the shop says so. */
export const stayPolicies = ["nothing", ...stayKinds] as const

/** Went to look at the other plan; stayed because of the offer; cancelled beside it. */
export const stayStates = ["looked", "taken", "declined"] as const

const words = z.object({ en: z.string(), ko: z.string() })

export const stayOfferShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pause"), first: dateText, last: dateText }),
  z.object({
    kind: z.literal("cheaper_plan"),
    planId: z.string(),
    planName: words,
    cycle: z.enum(cycles),
    /** For one cycle: what the other plan costs, and what this one does. */
    price: moneyShape,
    current: moneyShape,
  }),
])

export const stayFiguresShape = z.object({
  /** Of the answers since this day. */
  since: dateText,
  items: z.array(
    z.object({
      kind: z.enum(stayKinds),
      /** Cancelled beside the offer. */
      cancelled: z.number().int(),
      /** Took it, and have not cancelled since. */
      kept: z.number().int(),
    }),
  ),
})

const policy = z.object({ offer: z.enum(stayPolicies) })
const tags = ["orders"]

export const stayContract = {
  get: contract
    .route({
      method: "GET",
      path: "/subscriptions/{id}/stay-offer",
      tags,
      summary: "The one offer, if any, that its shop makes whoever is about to cancel it",
    })
    .input(z.object({ id: idText }))
    .output(z.object({ offer: stayOfferShape.nullable() })),
  take: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/stay-offer",
      tags,
      summary:
        "Take it: the pause begins to be planned; of a cheaper plan it is noted that somebody looks at it",
    })
    .input(
      z.object({
        id: idText,
        until: dateText.regex(/^\d{4}-\d{2}-\d{2}$/).optional(),
      }),
    )
    .output(z.object({ kind: z.enum(stayKinds), serviceId: z.string() })),
  figures: contract
    .route({
      method: "GET",
      path: "/stay-policy/figures",
      tags,
      summary: "How many cancelled beside an offer, and how many it kept, in the last 365 days",
    })
    .output(stayFiguresShape),
  policy: {
    get: contract
      .route({ method: "GET", path: "/stay-policy", tags, summary: "What whoever cancels is offered" })
      .output(policy),
    save: contract
      .route({ method: "PUT", path: "/stay-policy", tags, summary: "Decide it for the whole shop" })
      .input(policy)
      .output(policy),
  },
}
