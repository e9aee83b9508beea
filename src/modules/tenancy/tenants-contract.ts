import { z } from "zod"
import { contract, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { brandPictures, brandShape, brandWish } from "./brand-contract.ts"

export const tenantStates = ["open", "suspended"] as const
export type TenantState = (typeof tenantStates)[number]

/** read_only: customers still see what is theirs · closed: nobody but staff comes in. */
export const closures = ["read_only", "closed"] as const
export type Closure = (typeof closures)[number]

export const tenantSummaryShape = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  state: z.enum(tenantStates),
  isRoot: z.boolean(),
  isDemo: z.boolean(),
  url: z.string(),
  hosts: z.array(z.string()),
  staff: z.number().int(),
  accounts: z.number().int(),
  services: z.number().int(),
  createdAt: instantText,
})

export const suspensionShape = z.object({
  reason: z.string(),
  closure: z.enum(closures),
  startedAt: instantText,
  endedAt: instantText.nullable(),
})

export const tenantShape = tenantSummaryShape.extend({
  defaultLanguage: z.enum(["en", "ko"]),
  currencies: z.array(z.string()),
  timeZone: z.string(),
  country: z.string(),
  /** The newest first. */
  suspensions: z.array(suspensionShape),
})

/** With the pictures themselves: pages of one shop load nothing from another one's. */
export const tenantBrandShape = brandShape.extend({
  pictures: z.object({ logo: z.string().nullable(), favicon: z.string().nullable() }),
})

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
/** "https://shop.example.com", with a port where one is needed and nothing behind it. */
const origin = z
  .string()
  .trim()
  .max(260)
  .refine((text) => URL.canParse(text) && /^https?:\/\/[^/?#@]+\/?$/.test(text))

const tags = ["tenants"]
const oneId = z.object({ id: idText })
const reason = z.string().trim().min(3).max(500)

export const tenantWish = z.object({
  name: z.string().trim().min(1).max(80),
  slug,
  url: origin,
  defaultLanguage: z.enum(["en", "ko"]),
  currency: z.enum(currencyCodes),
  timeZone: z.string().trim().min(1).max(60),
  country: z.string().regex(/^[A-Z]{2}$/),
  taxPercent: z.string().regex(/^\d{1,2}(\.\d{1,4})?$/),
  operatorEmail: z.email().max(254),
})

export const tenantsContract = {
  list: contract
    .route({ method: "GET", path: "/tenants", tags, summary: "Every tenant of this installation" })
    .input(pageInput)
    .output(pageOf(tenantSummaryShape)),
  get: contract
    .route({ method: "GET", path: "/tenants/{id}", tags, summary: "One tenant" })
    .input(oneId)
    .output(tenantShape),
  create: contract
    .route({ method: "POST", path: "/tenants", tags, successStatus: 201, summary: "Open another shop" })
    .input(tenantWish)
    .output(tenantShape),
  inviteOperator: contract
    .route({
      method: "PUT",
      path: "/tenants/{id}/operator-invitation",
      tags,
      summary: "Ask an operator by mail into a tenant that has none",
    })
    .input(oneId.extend({ email: z.email().max(254) }))
    .output(z.object({ id: z.string() })),
  brand: contract
    .route({ method: "GET", path: "/tenants/{id}/brand", tags, summary: "How a tenant's shop looks" })
    .input(oneId)
    .output(tenantBrandShape),
  saveBrand: contract
    .route({ method: "PUT", path: "/tenants/{id}/brand", tags, summary: "Change how a tenant's shop looks" })
    .input(oneId.extend(brandWish.shape))
    .output(brandShape),
  saveBrandPicture: contract
    .route({ method: "PUT", path: "/tenants/{id}/brand/pictures", tags, summary: "Its logo or favicon" })
    .input(oneId.extend({ kind: z.enum(brandPictures), content: z.base64().max(400_000).nullable() }))
    .output(brandShape),
  suspend: contract
    .route({ method: "PUT", path: "/tenants/{id}/suspend", tags, summary: "Close a tenant's shop" })
    .input(oneId.extend({ reason, closure: z.enum(closures) }))
    .output(tenantShape),
  resume: contract
    .route({ method: "PUT", path: "/tenants/{id}/resume", tags, summary: "Open it again" })
    .input(oneId)
    .output(tenantShape),
}
