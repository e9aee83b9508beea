import { z } from "zod"
import { contract } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { suspensionShape, tenantsContract } from "./tenants-contract.ts"

/** Who is behind the shop: what the law wants in every footer and on every paper. */
export const sellerShape = z.object({
  legalName: z.string(),
  representative: z.string(),
  addressLines: z.array(z.string()),
  country: z.string().length(2),
  registrationNumber: z.string(),
  taxId: z.string(),
  mailOrderNumber: z.string().nullable(),
  email: z.string(),
  phone: z.string(),
})

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
  tenants: tenantsContract,
}
