import { z } from "zod"
import { contract, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"

export const meShape = z.object({
  person: z
    .object({ id: z.string(), name: z.string(), email: z.string(), language: z.enum(["en", "ko"]) })
    .nullable(),
  role: z.enum(["visitor", "customer", "operator"]),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
  permissions: z.array(z.string()),
})

export const apiKeyShape = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, enough to recognise it; the rest is only hashed. */
  start: z.string(),
  scopes: z.array(z.string()),
  accountId: z.string().nullable(),
  createdAt: instantText,
  expiresAt: instantText.nullable(),
  lastUsedAt: instantText.nullable(),
  revokedAt: instantText.nullable(),
})

export const accountShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["consumer", "business"]),
  email: z.string(),
  country: z.string(),
  createdAt: instantText,
})

const tags = ["identity"]

export const identityContract = {
  me: {
    get: contract
      .route({ method: "GET", path: "/me", tags, summary: "Who is asking, and what they may do" })
      .output(meShape),
  },
  accounts: {
    list: contract
      .route({ method: "GET", path: "/accounts", tags, summary: "Accounts within reach" })
      .input(pageInput.extend({ search: z.string().max(120).optional() }))
      .output(pageOf(accountShape)),
    get: contract
      .route({ method: "GET", path: "/accounts/{id}", tags, summary: "One account" })
      .input(z.object({ id: idText }))
      .output(accountShape),
  },
  apiKeys: {
    list: contract
      .route({ method: "GET", path: "/api-keys", tags, summary: "API keys of your account" })
      .input(pageInput)
      .output(pageOf(apiKeyShape)),
    create: contract
      .route({
        method: "POST",
        path: "/api-keys",
        tags,
        successStatus: 201,
        summary: "Make a key; its secret is shown once",
      })
      .input(
        z.object({
          name: z.string().trim().min(1).max(80),
          scopes: z.array(z.string().max(60)).min(1).max(40),
          expiresInDays: z.number().int().min(1).max(730).optional(),
        }),
      )
      .output(z.object({ key: apiKeyShape, secret: z.string() })),
    revoke: contract
      .route({ method: "PUT", path: "/api-keys/{id}/revoke", tags, summary: "End a key at once" })
      .input(z.object({ id: idText }))
      .output(apiKeyShape),
  },
}
