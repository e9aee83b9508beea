import type { Actor } from "#kit/context.ts"
import { membershipsIn, type SessionFacts } from "./actor-facts.ts"
import { type Permission, permissionsOfMember } from "./permissions.ts"

/** Long enough to see what a customer sees, too short to forget about. */
export const IMPERSONATION_LIFE = { minutes: 30 } as const

/** Which impersonation this browser is in. Worth nothing without the session of the very member of staff who began it. */
export function readImpersonation(cookies: string | null): string | undefined {
  return /(?:^|;\s*)impersonation=(imp_[0-9a-z]{26})(?:;|$)/.exec(cookies ?? "")?.[1]
}

export interface ImpersonationFacts extends SessionFacts {
  readonly impersonationId: string
  readonly staffPersonId: string
  readonly accountId: string
  readonly expiresAt: string
  readonly endedAt: string | null
}

/** Reading that shows no secret, and the few changes support is asked for. Whatever is new is refused until it is here. */
const alsoAllowed: readonly Permission[] = ["identity.profiles.write"]
const neverAllowed: readonly Permission[] = ["identity.api-keys.read"]

/** Pure: the customer as staff may be them. Undefined when it is over, or somebody else's. */
export function actorFromImpersonation(
  facts: ImpersonationFacts,
  staff: Actor,
  now: Temporal.Instant,
): Actor | undefined {
  if (staff.kind !== "staff" || staff.apiKeyId !== undefined) return undefined
  if (staff.personId !== facts.staffPersonId || !staff.permissions.has("identity.impersonations.write")) {
    return undefined
  }
  const isOver = Temporal.Instant.compare(Temporal.Instant.from(facts.expiresAt), now) <= 0
  const [membership, ...absorbed] = membershipsIn(facts, facts.accountId)
  if (isOver || facts.endedAt !== null || !membership) return undefined
  const held = permissionsOfMember(membership.role).filter(
    (one) => (one.endsWith(".read") && !neverAllowed.includes(one)) || alsoAllowed.includes(one),
  )
  const permissions = new Set<string>([...held, "identity.impersonations.end"])
  const { accountId, personId } = facts
  return {
    kind: "customer",
    personId,
    accountIds: [accountId, ...absorbed.map((one) => one.accountId)],
    permissions,
    grants: [accountId, ...absorbed.map((one) => one.accountId)].map((one) => ({
      accountId: one,
      permissions,
      serviceIds: null,
    })),
    impersonatedBy: staff.personId,
  }
}
