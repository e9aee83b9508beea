import { z } from "zod"
import { contract, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"

export const apiKeyShape = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, enough to recognise it; the rest is only hashed. */
  start: z.string(),
  scopes: z.array(z.string()),
  accountId: z.string().nullable(),
  /** Who made it, and whose leaving ends it. */
  makerId: z.string(),
  /** From where it may be used; empty: from everywhere. */
  networks: z.array(z.string()),
  createdAt: instantText,
  expiresAt: instantText.nullable(),
  lastUsedAt: instantText.nullable(),
  revokedAt: instantText.nullable(),
})

const tags = ["identity"]

export const apiKeysContract = {
  list: contract
    .route({ method: "GET", path: "/api-keys", tags, summary: "API keys of your account" })
    .input(pageInput.extend({ accountId: idText.optional() }))
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
        /** Of several accounts the chosen one, unless another is named. */
        accountId: idText.optional(),
        name: z.string().trim().min(1).max(80),
        scopes: z.array(z.string().max(60)).min(1).max(200),
        expiresInDays: z.number().int().min(1).max(730).optional(),
        networks: z.array(z.string().trim().max(60)).max(50).default([]),
      }),
    )
    .output(z.object({ key: apiKeyShape, secret: z.string() })),
  rotate: contract
    .route({
      method: "POST",
      path: "/api-keys/{id}/rotate",
      tags,
      successStatus: 201,
      summary: "Make its successor; the old one goes on for a while",
    })
    .input(z.object({ id: idText, overlapHours: z.number().int().min(0).max(168).default(24) }))
    .output(z.object({ key: apiKeyShape, secret: z.string() })),
  revoke: contract
    .route({ method: "PUT", path: "/api-keys/{id}/revoke", tags, summary: "End a key at once" })
    .input(z.object({ id: idText }))
    .output(apiKeyShape),
}
