import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

const kinds = ["google", "github", "kakao", "naver", "oidc"] as const

export const providerShape = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  name: z.string(),
  clientId: z.string(),
  baseUrl: z.string().nullable(),
  apiUrl: z.string().nullable(),
  isOn: z.boolean(),
  /** What has to be registered there, letter by letter. */
  returnAddress: z.string(),
  people: z.number().int(),
  changedAt: instantText,
})

const address = z.string().trim().max(300).optional()
const providerWish = z.object({
  name: z.string().trim().min(1).max(40),
  clientId: z.string().trim().min(1).max(300),
  /** Left out, it stays as it is. */
  secret: z.string().trim().max(1_000).optional(),
  baseUrl: address,
  apiUrl: address,
  isOn: z.boolean(),
})

const offer = z.string().min(1).max(4_000)
const tags = ["federation"]

export const federationContract = {
  /** For the shop's staff. */
  providers: {
    list: contract
      .route({
        method: "GET",
        path: "/sign-in-providers",
        tags,
        summary: "Sign-ins elsewhere, as they are set",
      })
      .output(z.object({ items: z.array(providerShape) })),
    create: contract
      .route({
        method: "POST",
        path: "/sign-in-providers",
        tags,
        successStatus: 201,
        summary: "Let people in by a sign-in elsewhere",
      })
      .input(providerWish.extend({ kind: z.enum(kinds) }))
      .output(providerShape),
    save: contract
      .route({ method: "PUT", path: "/sign-in-providers/{id}", tags, summary: "Change it, or switch it off" })
      .input(providerWish.extend({ id: idText }))
      .output(providerShape),
  },
  offered: contract
    .route({ method: "GET", path: "/sign-in-providers/offered", tags, summary: "The buttons of the sign-in" })
    .output(
      z.object({ items: z.array(z.object({ id: z.string(), kind: z.enum(kinds), name: z.string() })) }),
    ),
  /** The reader's own. */
  connections: {
    list: contract
      .route({ method: "GET", path: "/connections", tags, summary: "Accounts elsewhere that you sign in by" })
      .output(
        z.object({
          items: z.array(
            z.object({ id: z.string(), providerId: z.string(), name: z.string(), since: instantText }),
          ),
        }),
      ),
    remove: contract
      .route({ method: "DELETE", path: "/connections/{id}", tags, summary: "Not by that one any more" })
      .input(z.object({ id: idText }))
      .output(z.object({ done: z.literal(true) })),
  },
  /** What a house has just said about whoever sits at this browser; the browser keeps it under our seal. */
  arrivals: {
    look: contract
      .route({ method: "POST", path: "/arrivals/look", tags, summary: "Who has just come from elsewhere" })
      .input(z.object({ offer }))
      .output(z.object({ providerName: z.string(), email: z.string(), name: z.string() })),
    connect: contract
      .route({ method: "POST", path: "/arrivals/connect", tags, summary: "Connect it with your account" })
      .input(z.object({ offer }))
      .output(z.object({ done: z.literal(true) })),
    join: contract
      .route({ method: "POST", path: "/arrivals/join", tags, summary: "Make an account of it" })
      .input(
        z.object({
          offer,
          name: z.string().trim().min(1).max(120),
          country: z.string().length(2),
          language: z.enum(["en", "ko"]),
          consents: z.object({
            terms: z.literal(true),
            age: z.literal(true),
            privacy: z.boolean().default(false),
            marketingMail: z.boolean().default(false),
            marketingSms: z.boolean().default(false),
            night: z.boolean().default(false),
          }),
        }),
      )
      .output(z.object({ done: z.literal(true) })),
  },
}
