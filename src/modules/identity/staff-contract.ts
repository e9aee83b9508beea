import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

export const staffRoleShape = z.object({
  id: z.string(),
  name: z.string(),
  /** Everything, for the built-in one. */
  permissions: z.array(z.string()),
  isBuiltIn: z.boolean(),
  people: z.number().int(),
})

export const staffShape = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  roleId: z.string(),
  roleName: z.string(),
  since: instantText,
  suspendedAt: instantText.nullable(),
  hasSecondFactor: z.boolean(),
  isYou: z.boolean(),
})

const staffInvitationShape = z.object({
  id: z.string(),
  email: z.string(),
  roleName: z.string(),
  sentAt: instantText,
  expiresAt: instantText,
  isOver: z.boolean(),
})

/** Cloudflare Access: "acme" of acme.cloudflareaccess.com, and the audience tag of the application in it. */
const accessShape = z.object({
  team: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/),
  audience: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{16,128}$/),
})

export const staffPolicyShape = z.object({
  needsSecondFactor: z.boolean(),
  secondFactorFrom: instantText.nullable(),
  networks: z.array(z.string()),
  access: accessShape.nullable(),
  /** Where the caller comes from, as our own server saw it. */
  yourAddress: z.string(),
  /** The caller's own. */
  standing: z.enum(["there", "waived", "postponed", "needed"]),
})

const tags = ["identity"]
const oneId = z.object({ id: idText })
const roleId = z.string().min(1).max(48)
const roleWish = z.object({
  name: z.string().trim().min(1).max(60),
  permissions: z.array(z.string().max(60)).max(200),
})

export const staffContract = {
  list: contract
    .route({ method: "GET", path: "/staff", tags, summary: "Who works here, and who was asked to" })
    .output(z.object({ items: z.array(staffShape), invitations: z.array(staffInvitationShape) })),
  change: contract
    .route({ method: "PUT", path: "/staff/{id}", tags, summary: "Another role" })
    .input(oneId.extend({ roleId }))
    .output(staffShape),
  suspend: contract
    .route({ method: "PUT", path: "/staff/{id}/suspend", tags, summary: "Lock somebody out at once" })
    .input(oneId.extend({ reason: z.string().trim().min(3).max(500) }))
    .output(staffShape),
  restore: contract
    .route({ method: "PUT", path: "/staff/{id}/restore", tags, summary: "Let them in again" })
    .input(oneId)
    .output(staffShape),
  invite: contract
    .route({ method: "POST", path: "/staff-invitations", tags, successStatus: 201, summary: "Ask by mail" })
    .input(z.object({ email: z.email().max(254), roleId, language: z.enum(["en", "ko"]).optional() }))
    .output(z.object({ id: z.string() })),
  withdraw: contract
    .route({ method: "PUT", path: "/staff-invitations/{id}/withdraw", tags, summary: "Its link ends" })
    .input(oneId)
    .output(z.object({ id: z.string() })),
}

export const staffRolesContract = {
  list: contract
    .route({ method: "GET", path: "/staff-roles", tags, summary: "Roles, and every permission there is" })
    .output(z.object({ items: z.array(staffRoleShape), permissions: z.array(z.string()) })),
  create: contract
    .route({ method: "POST", path: "/staff-roles", tags, successStatus: 201, summary: "A role of your own" })
    .input(roleWish)
    .output(staffRoleShape),
  save: contract
    .route({ method: "PUT", path: "/staff-roles/{id}", tags, summary: "Change its name and permissions" })
    .input(roleWish.extend({ id: roleId }))
    .output(staffRoleShape),
  remove: contract
    .route({ method: "DELETE", path: "/staff-roles/{id}", tags, summary: "Remove one that is nobody's" })
    .input(z.object({ id: roleId }))
    .output(z.object({ id: z.string() })),
}

export const staffPolicyContract = {
  get: contract
    .route({ method: "GET", path: "/staff-policy", tags, summary: "How staff come in" })
    .output(staffPolicyShape),
  save: contract
    .route({ method: "PUT", path: "/staff-policy", tags, summary: "Change how staff come in" })
    .input(
      z.object({
        needsSecondFactor: z.boolean(),
        secondFactorFrom: instantText.nullable(),
        networks: z.array(z.string().trim().max(60)).max(100),
        /** Left out: as it is. Null: none. */
        access: accessShape.nullable().optional(),
      }),
    )
    .output(staffPolicyShape),
}

export const impersonationsContract = {
  start: contract
    .route({
      method: "POST",
      path: "/impersonations",
      tags,
      successStatus: 201,
      summary: "See what a customer sees, for half an hour",
    })
    .input(z.object({ accountId: idText, reason: z.string().trim().min(3).max(500) }))
    .output(z.object({ id: z.string(), expiresAt: instantText })),
  end: contract
    .route({ method: "PUT", path: "/impersonations/end", tags, summary: "Be oneself again" })
    .output(z.object({ ended: z.number().int() })),
}
