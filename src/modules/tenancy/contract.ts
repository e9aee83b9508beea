import { z } from "zod"
import { contract } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { brandContract } from "./brand-contract.ts"
import { sellerShape, sellerWish } from "./seller-contract.ts"
import { suspensionShape, tenantsContract } from "./tenants-contract.ts"

export { sellerIn, sellerShape, sellerWish } from "./seller-contract.ts"

export const shopShape = z.object({
  name: z.string(),
  defaultLanguage: z.enum(["en", "ko"]),
  currencies: z.array(z.enum(currencyCodes)),
  defaultCurrency: z.enum(currencyCodes),
  timeZone: z.string(),
  taxIncluded: z.boolean(),
  /** "VAT 19 %" is { label, percent: "19" }: shown beside every price. */
  tax: z.object({ label: z.object({ en: z.string(), ko: z.string() }), percent: z.string() }),
  seller: sellerShape,
  isDemo: z.boolean(),
  /** Names that change with what they name, for the addresses they are fetched from. */
  brand: z.object({
    theme: z.string().nullable(),
    logo: z.string().nullable(),
    favicon: z.string().nullable(),
  }),
})

/** Whether the shop is suspended, for its own staff. */
export const standingShape = z.object({ suspension: suspensionShape.nullable() })

export const tenancyContract = {
  shop: {
    get: contract
      .route({
        method: "GET",
        path: "/shop",
        tags: ["shop"],
        summary: "The shop: name, currencies, tax display, seller",
      })
      .output(shopShape),
  },
  standing: {
    get: contract
      .route({
        method: "GET",
        path: "/shop/standing",
        tags: ["shop"],
        summary: "Whether the shop is suspended, and why",
      })
      .output(standingShape),
  },
  seller: {
    save: contract
      .route({ method: "PUT", path: "/shop/seller", tags: ["shop"], summary: "Who is behind the shop" })
      .input(sellerWish)
      .output(shopShape),
  },
  brand: brandContract,
  tenants: tenantsContract,
}
