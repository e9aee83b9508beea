import type { ApiClient } from "../../api-context.ts"

export type Team = Awaited<ReturnType<ApiClient["identity"]["members"]["team"]>>
export type Member = Team["members"][number]
export type Invitation = Team["invitations"][number]
export type GivenRole = Exclude<Member["role"], "owner">
export type Grant = Member["services"][number]

export const givenRoles = ["admin", "billing", "technical", "viewer", "limited"] as const

export interface NamedService {
  readonly id: string
  readonly hostname: string
}

export function readRole(text: string | undefined): GivenRole {
  return givenRoles.find((role) => role === text) ?? "viewer"
}

/** "service:svc_…" fields of a form; whatever is left at "as the role says" is no grant. */
export function readGrants(values: Readonly<Record<string, string>>): Grant[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const serviceId = /^service:(.+)$/.exec(name)?.[1]
    const role = value === "viewer" || value === "technical" ? value : undefined
    return serviceId && role ? [{ serviceId, role }] : []
  })
}
