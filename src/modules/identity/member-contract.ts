import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

export const memberRoleNames = ["owner", "admin", "billing", "technical", "viewer", "limited"] as const
const givenRole = z.enum(["admin", "billing", "technical", "viewer", "limited"])

const serviceGrant = z.object({ serviceId: idText, role: z.enum(["technical", "viewer"]) })
const services = z.array(serviceGrant).max(50).default([])

export const memberShape = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(memberRoleNames),
  services: z.array(serviceGrant),
  since: instantText,
  isYou: z.boolean(),
})

export const invitationShape = z.object({
  id: z.string(),
  email: z.string(),
  role: givenRole,
  services: z.array(serviceGrant),
  invitedBy: z.string(),
  sentAt: instantText,
  expiresAt: instantText,
  isOver: z.boolean(),
})

const offerShape = z.object({
  id: z.string(),
  fromName: z.string(),
  toName: z.string(),
  expiresAt: instantText,
  /** The caller is the one who can accept it. */
  isForYou: z.boolean(),
})

export const teamShape = z.object({
  accountId: z.string(),
  members: z.array(memberShape),
  /** Not yet answered; also those that have run out, so that they can be sent again. */
  invitations: z.array(invitationShape),
  ownershipOffer: offerShape.nullable(),
})

const countryCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/)
const line = z.string().trim().min(1).max(160)

export const profileInput = z.object({
  kind: z.enum(["consumer", "business"]),
  personName: z.string().trim().min(1).max(120),
  company: z.string().trim().max(160).nullable().default(null),
  email: z.email().max(254),
  phone: z.string().trim().max(40).nullable().default(null),
  language: z.enum(["en", "ko"]),
  country: countryCode,
  addressLines: z.array(line).max(5),
  purchaseOrder: z.string().trim().max(80).nullable().default(null),
  taxIds: z.array(z.object({ country: countryCode, number: z.string().trim().min(3).max(40) })).max(10),
  contacts: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(120),
        email: z.email().max(254),
        language: z.enum(["en", "ko"]),
        getsInvoices: z.boolean(),
      }),
    )
    .max(10),
  addresses: z
    .array(
      z.object({
        label: z.string().trim().min(1).max(60),
        lines: z.array(line).min(1).max(5),
        country: countryCode,
      }),
    )
    .max(10),
})

export const profileShape = profileInput.extend({ accountId: z.string(), name: z.string() })

const tags = ["identity"]
const oneId = z.object({ id: idText })
const linkToken = z.string().min(1).max(200)

export const profilesContract = {
  get: contract
    .route({ method: "GET", path: "/accounts/{id}/profile", tags, summary: "How an account is billed" })
    .input(oneId)
    .output(profileShape),
  save: contract
    .route({ method: "PUT", path: "/accounts/{id}/profile", tags, summary: "Change how it is billed" })
    .input(profileInput.extend({ id: idText }))
    .output(profileShape),
}

export const membersContract = {
  team: contract
    .route({ method: "GET", path: "/accounts/{id}/team", tags, summary: "Who acts for an account" })
    .input(oneId)
    .output(teamShape),
  change: contract
    .route({ method: "PUT", path: "/members/{id}", tags, summary: "Another role or other services" })
    .input(oneId.extend({ role: givenRole, services }))
    .output(memberShape),
  remove: contract
    .route({ method: "DELETE", path: "/members/{id}", tags, summary: "End somebody's membership" })
    .input(oneId)
    .output(z.object({ id: z.string() })),
  leave: contract
    .route({ method: "PUT", path: "/accounts/{id}/leave", tags, summary: "End one's own membership" })
    .input(oneId)
    .output(z.object({ id: z.string() })),
}

export const invitationsContract = {
  create: contract
    .route({
      method: "POST",
      path: "/accounts/{id}/invitations",
      tags,
      successStatus: 201,
      summary: "Ask somebody into the account by mail",
    })
    .input(
      oneId.extend({
        email: z.email().max(254),
        role: givenRole,
        services,
        language: z.enum(["en", "ko"]).optional(),
      }),
    )
    .output(invitationShape),
  resend: contract
    .route({
      method: "PUT",
      path: "/invitations/{id}/resend",
      tags,
      summary: "Mail it again; ends the old link",
    })
    .input(oneId)
    .output(invitationShape),
  withdraw: contract
    .route({ method: "PUT", path: "/invitations/{id}/withdraw", tags, summary: "Its link works no more" })
    .input(oneId)
    .output(invitationShape),
  /** What the link in the mail is about, for the page that asks whether to accept. */
  look: contract
    .route({ method: "GET", path: "/invitation-links", tags, summary: "What an invitation is about" })
    .input(z.object({ token: linkToken }))
    .output(
      z.object({
        /** Null: to work for the shop. */
        accountName: z.string().nullable(),
        isForStaff: z.boolean(),
        /** Null: the house itself asks the first operator in. */
        inviterName: z.string().nullable(),
        role: givenRole,
        expiresAt: instantText,
        /** Signed in with the address it was sent to. */
        isYours: z.boolean(),
      }),
    ),
  accept: contract
    .route({ method: "PUT", path: "/invitation-links/accept", tags, summary: "Join the account" })
    .input(z.object({ token: linkToken }))
    .output(z.object({ accountId: z.string().nullable() })),
}

export const ownershipContract = {
  offer: contract
    .route({
      method: "POST",
      path: "/accounts/{id}/ownership-offers",
      tags,
      successStatus: 201,
      summary: "Offer the account to another member",
    })
    .input(oneId.extend({ memberId: idText }))
    .output(offerShape),
  accept: contract
    .route({ method: "PUT", path: "/ownership-offers/{id}/accept", tags, summary: "Become the owner" })
    .input(oneId)
    .output(z.object({ accountId: z.string() })),
  withdraw: contract
    .route({
      method: "PUT",
      path: "/ownership-offers/{id}/withdraw",
      tags,
      summary: "Take it back, or decline it",
    })
    .input(oneId)
    .output(z.object({ id: z.string() })),
}
