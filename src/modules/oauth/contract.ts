import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

const kinds = ["confidential", "public"] as const
const scopeNames = ["openid", "profile", "email", "offline_access", "accounts"] as const

export const clientShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(kinds),
  homeUrl: z.string().nullable(),
  redirectUris: z.array(z.string()),
  postLogoutRedirectUris: z.array(z.string()),
  backchannelLogoutUri: z.string().nullable(),
  scopes: z.array(z.enum(scopeNames)),
  /** The first characters of its secrets that are good now. */
  secrets: z.array(z.object({ start: z.string(), expiresAt: instantText.nullable() })),
  people: z.number().int(),
  createdAt: instantText,
  endedAt: instantText.nullable(),
})

const address = z.string().trim().min(1).max(500)
const clientWish = z.object({
  name: z.string().trim().min(1).max(80),
  homeUrl: z.url().max(300).optional(),
  redirectUris: z.array(address).min(1).max(20),
  postLogoutRedirectUris: z.array(address).max(20).default([]),
  backchannelLogoutUri: address.optional(),
  scopes: z.array(z.enum(scopeNames)).min(1).max(scopeNames.length),
})

const asked = z.string().min(1).max(6_000)
const oneId = z.object({ id: idText })
const withSecret = z.object({
  client: clientShape,
  /** Shown this once; none for a public client. */
  secret: z.string().nullable(),
})

/** The page that asks: who wants to know what, and what has to come first. */
export const requestShape = z.object({
  clientName: z.string(),
  homeUrl: z.string().nullable(),
  /** Where the person is sent back to, by name. */
  returnsTo: z.string(),
  scopes: z.array(z.enum(scopeNames)),
  /** Of those, what this program was allowed before. */
  known: z.array(z.enum(scopeNames)),
  standing: z.enum(["sign-in", "prove", "consent", "ready"]),
})

export const keyShape = z.object({
  id: z.string(),
  standing: z.enum(["next", "signing", "leaving"]),
  signsFrom: instantText,
  publishedUntil: instantText.nullable(),
})

const tags = ["oauth"]

export const oauthContract = {
  /** Programs that use this shop as their sign-in; for its staff. */
  clients: {
    list: contract
      .route({ method: "GET", path: "/oauth/clients", tags, summary: "Programs that sign people in here" })
      .output(z.object({ items: z.array(clientShape), issuer: z.string() })),
    get: contract
      .route({ method: "GET", path: "/oauth/clients/{id}", tags, summary: "One of them" })
      .input(oneId)
      .output(clientShape),
    create: contract
      .route({
        method: "POST",
        path: "/oauth/clients",
        tags,
        successStatus: 201,
        summary: "Register a program; its secret is shown once",
      })
      .input(clientWish.extend({ kind: z.enum(kinds) }))
      .output(withSecret),
    save: contract
      .route({ method: "PUT", path: "/oauth/clients/{id}", tags, summary: "Change its addresses and scopes" })
      .input(clientWish.extend({ id: idText }))
      .output(clientShape),
    rotate: contract
      .route({
        method: "POST",
        path: "/oauth/clients/{id}/rotate",
        tags,
        successStatus: 201,
        summary: "Another secret; the old one goes on for a while",
      })
      .input(oneId.extend({ overlapHours: z.number().int().min(0).max(168).default(24) }))
      .output(withSecret),
    end: contract
      .route({
        method: "PUT",
        path: "/oauth/clients/{id}/end",
        tags,
        summary: "Nothing of it works any more",
      })
      .input(oneId)
      .output(clientShape),
  },
  keys: {
    list: contract
      .route({ method: "GET", path: "/oauth/keys", tags, summary: "What tokens are signed with" })
      .output(z.object({ items: z.array(keyShape) })),
    rotate: contract
      .route({
        method: "POST",
        path: "/oauth/keys",
        tags,
        successStatus: 201,
        summary: "Another key signs at once; the old one stays published for a day",
      })
      .output(z.object({ items: z.array(keyShape) })),
  },
  /** Between the program that asked and the answer to it: for the page in between. */
  requests: {
    look: contract
      .route({ method: "GET", path: "/oauth/requests/look", tags, summary: "Which program asks for what" })
      .input(z.object({ asked }))
      .output(requestShape),
    allow: contract
      .route({
        method: "PUT",
        path: "/oauth/requests/allow",
        tags,
        summary: "Allow the program what it asks",
      })
      .input(z.object({ asked }))
      .output(z.object({ done: z.literal(true) })),
  },
  /** A sign-out that a program asked for. */
  logouts: {
    look: contract
      .route({
        method: "GET",
        path: "/oauth/logouts/look",
        tags,
        summary: "Which program wants you signed out",
      })
      .input(z.object({ asked }))
      .output(z.object({ clientName: z.string().nullable(), returnsTo: z.string().nullable() })),
  },
  /** What the person themselves has allowed. */
  grants: {
    list: contract
      .route({ method: "GET", path: "/oauth/grants", tags, summary: "Programs you have allowed something" })
      .output(
        z.object({
          items: z.array(
            z.object({
              id: z.string(),
              clientName: z.string(),
              homeUrl: z.string().nullable(),
              scopes: z.array(z.enum(scopeNames)),
              givenAt: instantText,
              lastUsedAt: instantText.nullable(),
            }),
          ),
        }),
      ),
    withdraw: contract
      .route({ method: "DELETE", path: "/oauth/grants/{id}", tags, summary: "Allow it nothing any more" })
      .input(oneId)
      .output(z.object({ done: z.literal(true) })),
  },
}
