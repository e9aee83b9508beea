/**
 * owner: everything, and the account itself · admin: everything but giving the account away · billing: money and the
 * billing profile · technical: the servers · viewer: looks, changes nothing · limited: only the services named one by one.
 */
export const memberRoles = ["owner", "admin", "billing", "technical", "viewer", "limited"] as const
export type MemberRole = (typeof memberRoles)[number]

/** Ownership is handed over, never just given. */
export const givenRoles = ["admin", "billing", "technical", "viewer", "limited"] as const
export type GivenRole = (typeof givenRoles)[number]

/** As what somebody may be let near a single service. */
export const serviceRoles = ["technical", "viewer"] as const
export type ServiceRole = (typeof serviceRoles)[number]

export interface ServiceGrant {
  readonly serviceId: string
  readonly role: ServiceRole
}
