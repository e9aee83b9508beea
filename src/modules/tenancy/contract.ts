import { z } from "zod"
import { contract } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { brandContract } from "./brand-contract.ts"
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
  /** Names that change with what they name, for the addresses they are fetched from. */
  brand: z.object({
    theme: z.string().nullable(),
    logo: z.string().nullable(),
    favicon: z.string().nullable(),
  }),
})

const line = z.string().trim().max(160)

export const sellerWish = z.object({
  name: z.string().trim().min(1).max(80),
  legalName: z.string().trim().min(1).max(160),
  representative: line,
  addressLines: z.array(line).max(6),
  country: z.string().regex(/^[A-Z]{2}$/),
  registrationNumber: z.string().trim().max(40),
  taxId: z.string().trim().max(40),
  mailOrderNumber: z.string().trim().max(60).nullable(),
  email: z.email().max(254),
  phone: z.string().trim().max(40),
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
