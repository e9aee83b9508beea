import { z } from "zod"
import { contract, idText, instantText, moneyShape, pageInput, pageOf } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"

/** Paid: money of the customer's that we keep for them. Given: a present of the shop's, which is no money. */
export const creditKinds = ["paid", "given"] as const

/** What moved it. Held and released are about an open request; used is final until a credit note gives it back. */
export const creditCauses = ["given", "taken", "held", "released", "returned", "moved"] as const

export const creditStandingShape = z.object({
  currency: z.enum(currencyCodes),
  /** What can be spent now, both kinds together. */
  available: moneyShape,
  paid: moneyShape,
  given: moneyShape,
  /** Set aside for open requests. */
  held: moneyShape,
})

export const creditEntryShape = z.object({
  id: z.string(),
  accountId: z.string(),
  kind: z.enum(creditKinds),
  cause: z.enum(creditCauses),
  /** Above zero: the customer has more of it. */
  amount: moneyShape,
  /** What staff wrote down for the customer to read; null where a request or a credit note moved it. */
  reason: z.string().nullable(),
  /** The request it is about. */
  reference: z.string().nullable(),
  at: instantText,
})

export const creditChangeInput = z.object({
  accountId: idText,
  act: z.enum(["give", "take"]),
  kind: z.enum(creditKinds),
  amount: moneyShape,
  reason: z.string().trim().min(3).max(300),
})

export const creditPolicyShape = z.object({
  /** Requests to pay use up credit before a gateway is asked. */
  isApplied: z.boolean(),
  /** What a role's people may each give or take on one day, per currency. None: that role may not. */
  limits: z.array(
    z.object({ roleId: z.string(), roleName: z.string(), isBuiltIn: z.boolean(), most: z.array(moneyShape) }),
  ),
})

const tags = ["credit"]

export const creditContract = {
  standing: contract
    .route({ method: "GET", path: "/credit", tags, summary: "What an account has with the shop" })
    .input(z.object({ accountId: idText.optional() }))
    .output(z.object({ items: z.array(creditStandingShape), isApplied: z.boolean() })),
  entries: contract
    .route({ method: "GET", path: "/credit/entries", tags, summary: "How it came to be, newest first" })
    .input(pageInput.extend({ accountId: idText.optional() }))
    .output(pageOf(creditEntryShape)),
  change: contract
    .route({
      method: "POST",
      path: "/credit/entries",
      tags,
      successStatus: 201,
      summary: "Staff give or take credit, with a reason, within their role's limit",
    })
    .input(creditChangeInput)
    .output(creditEntryShape),
  policy: {
    get: contract
      .route({ method: "GET", path: "/credit/policy", tags, summary: "Whether it is used, and who may give" })
      .output(creditPolicyShape),
    save: contract
      .route({ method: "PUT", path: "/credit/policy", tags, summary: "Use it for requests, or not" })
      .input(z.object({ isApplied: z.boolean() }))
      .output(creditPolicyShape),
    limit: contract
      .route({ method: "PUT", path: "/credit/limits", tags, summary: "What a role may give or take a day" })
      .input(z.object({ roleId: z.string().min(1).max(48), most: moneyShape }))
      .output(creditPolicyShape),
  },
}
