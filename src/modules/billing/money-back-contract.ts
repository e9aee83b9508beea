import { z } from "zod"
import { contract, idText } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { refundBases } from "./taking-back-contract.ts"

/** What a house gives of its own accord, beside what the law gives. */
const policyInput = z.object({
  /** So many days after day 0; 0: only on day 0 itself. */
  windowDays: z.number().int().min(0).max(1_100),
  basis: z.enum(refundBases),
  /** Kept for the trouble, as prices are shown: minor units by currency; nothing where none stands. */
  fees: z.partialRecord(z.enum(currencyCodes), z.string().regex(/^\d{1,15}$/, "amount")),
  /** The most that is ever given back of what was paid. */
  capPercent: z.number().int().min(0).max(100),
  /** What was delivered for a purchase that was taken back stands still for so many days, and is deleted then. */
  holdDays: z.number().int().min(0).max(90),
})

export const refundPolicyShape = policyInput.extend({
  /** Whose word it is: the house's own, the shop's, or this product's. */
  source: z.enum(["house", "shop", "product"]),
  /** What the law of the seller's country gives a consumer whatever the house says: the higher is always paid. */
  law: z
    .object({ windowDays: z.number().int(), ground: z.object({ en: z.string(), ko: z.string() }) })
    .nullable(),
})

const tags = ["billing"]
const byProduct = z.object({ id: idText })

export const refundPolicyContract = {
  get: contract
    .route({
      method: "GET",
      path: "/refund-policy",
      tags,
      summary: "What the shop gives back of its own accord",
    })
    .output(refundPolicyShape),
  save: contract
    .route({ method: "PUT", path: "/refund-policy", tags, summary: "Decide it for the whole shop" })
    .input(policyInput)
    .output(refundPolicyShape),
  getForProduct: contract
    .route({
      method: "GET",
      path: "/product-range/{id}/refund-policy",
      tags,
      summary: "What holds for a product, and whose word it is",
    })
    .input(byProduct)
    .output(refundPolicyShape),
  saveForProduct: contract
    .route({
      method: "PUT",
      path: "/product-range/{id}/refund-policy",
      tags,
      summary: "Decide it for one product",
    })
    .input(byProduct.extend(policyInput.shape))
    .output(refundPolicyShape),
  dropForProduct: contract
    .route({
      method: "DELETE",
      path: "/product-range/{id}/refund-policy",
      tags,
      summary: "Let the shop's own hold for the product again",
    })
    .input(byProduct)
    .output(refundPolicyShape),
}
