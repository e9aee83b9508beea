import type { Actor } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { buyerPermissions, memberPermissions, staffPermissions } from "./permissions.ts"
import type { memberRoles, staffRoles } from "./tables.ts"

/** Pure: what the database knows of a session or key, turned into who may do what. */
export interface SessionFacts {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly staffRole: (typeof staffRoles)[number] | null
  readonly memberships: readonly Membership[]
  /** Absent where a person acts without one: by a key, or from the machine itself. */
  readonly sessionId?: string
  readonly isProved?: boolean
}

export interface Membership {
  readonly accountId: string
  readonly role: (typeof memberRoles)[number]
}

export interface KeyFacts extends SessionFacts {
  readonly apiKeyId: string
  readonly scopes: readonly string[]
  /** Null for a key of staff. */
  readonly accountId: string | null
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

export const visitor: Actor = { kind: "visitor", permissions: new Set() }

export function actorFromSession(facts: SessionFacts): Actor {
  const { personId, staffRole, sessionId, isProved = false } = facts
  const session = sessionId ? { session: { id: sessionId, isProved } } : {}
  if (staffRole) {
    return { kind: "staff", personId, permissions: new Set(staffPermissions[staffRole]), ...session }
  }
  return {
    kind: "customer",
    personId,
    accountIds: facts.memberships.map((one) => one.accountId),
    permissions: new Set(facts.memberships.flatMap((one) => memberPermissions[one.role])),
    ...session,
  }
}

export function actorFromCart(accountId: string): Actor {
  return { kind: "buyer", accountIds: [accountId], permissions: new Set(buyerPermissions) }
}

/** A key does what its scopes say and its maker may still do: who leaves takes the keys along. */
export function actorFromKey(facts: KeyFacts, now: Temporal.Instant): Actor | undefined {
  if (facts.revokedAt !== null || isOver(facts.expiresAt, now)) return undefined
  const { personId, apiKeyId, accountId } = facts
  const limit = (held: readonly string[]) => new Set(facts.scopes.filter((scope) => held.includes(scope)))
  if (accountId === null) {
    if (!facts.staffRole) return undefined
    return { kind: "staff", personId, apiKeyId, permissions: limit(staffPermissions[facts.staffRole]) }
  }
  const membership = facts.memberships.find((one) => one.accountId === accountId)
  if (!membership) return undefined
  const permissions = limit(memberPermissions[membership.role])
  return { kind: "customer", personId, apiKeyId, accountIds: [accountId], permissions }
}

function isOver(expiresAt: string | null, now: Temporal.Instant): boolean {
  return expiresAt !== null && Temporal.Instant.compare(Temporal.Instant.from(expiresAt), now) <= 0
}
