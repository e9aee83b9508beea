import type { Actor, Grant } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import type { AccessSetting } from "./access-gate.ts"
import type { MemberRole, ServiceGrant } from "./member-role.ts"
import {
  buyerPermissions,
  grantablePermissions,
  ownPermissions,
  permissionsOfMember,
  permissionsOnService,
} from "./permissions.ts"

/** Pure: what the database knows of a session or key, turned into who may do what. */
export interface SessionFacts {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  /** Of somebody who works here and isn't suspended. */
  readonly staffRole: string | null
  /** What the role holds; absent for the built-in one, which holds everything. */
  readonly staffGrants?: readonly string[] | null
  /** From where staff may come; none set, or an empty list: from everywhere. */
  readonly staffNetworks?: readonly string[] | null
  /** Whether they work for the company that runs this installation. */
  readonly isRootStaff?: boolean | null
  /** The zero-trust proxy they have to come through, if there is one. */
  readonly staffAccess?: AccessSetting | null
  /** What the shop asks of its staff, and how much of it this one has; absent where nobody asks. */
  readonly staffDuty?: StaffDuty | null
  readonly memberships: readonly Membership[]
  /** Absent where a person acts without one: by a key, or from the machine itself. */
  readonly sessionId?: string
  readonly isProved?: boolean
}

export interface StaffDuty {
  readonly needsSecondFactor: boolean
  /** Until then it is postponed. */
  readonly from: string | null
  readonly hasSecondFactor: boolean
  /** Whether two factors were shown in this very session; for a key, nothing is. */
  readonly isStrong?: boolean
}

export interface Membership {
  readonly accountId: string
  readonly role: MemberRole
  readonly services?: readonly ServiceGrant[]
  /** A duplicate that was merged into that account: reached through it, never acted for. */
  readonly mergedIntoId?: string | null
}

export interface KeyFacts extends SessionFacts {
  readonly apiKeyId: string
  readonly scopes: readonly string[]
  /** From where it may be used; empty: from everywhere. */
  readonly keyNetworks: readonly string[]
  /** Null for a key of staff. */
  readonly accountId: string | null
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

export const visitor: Actor = { kind: "visitor", permissions: new Set() }

/** The account they have chosen comes first; everything that acts for "the" account acts for that one. */
export function actorFromSession(facts: SessionFacts, chosenAccountId?: string): Actor {
  const { personId, staffRole, sessionId } = facts
  const session = sessionId ? { session: { id: sessionId, isProved: isProvedEnough(facts) } } : {}
  if (staffRole) return { kind: "staff", personId, permissions: permissionsOfStaff(facts), ...session }
  const held = holdings(chosenFirst(facts.memberships, chosenAccountId))
  // Their own door is theirs also without any account.
  const permissions = new Set<string>([...held.permissions, ...ownPermissions])
  return { kind: "customer", personId, ...held, permissions, ...session }
}

export function actorFromCart(accountId: string): Actor {
  return { kind: "buyer", accountIds: [accountId], permissions: new Set(buyerPermissions) }
}

/** A key does what its scopes say and its maker may still do: who leaves takes the keys along. */
export function actorFromKey(facts: KeyFacts, now: Temporal.Instant): Actor | undefined {
  if (facts.revokedAt !== null || isOver(facts.expiresAt, now)) return undefined
  const { personId, apiKeyId, accountId, scopes } = facts
  if (accountId === null) {
    if (!facts.staffRole) return undefined
    return {
      kind: "staff",
      personId,
      apiKeyId,
      permissions: permissionsOfStaff(facts).intersection(new Set(scopes)),
    }
  }
  const reached = membershipsIn(facts, accountId)
  if (reached.length === 0) return undefined
  return { kind: "customer", personId, apiKeyId, ...holdings(reached, scopes) }
}

/** The account's own, and those of duplicates that went into it. */
export function membershipsIn({ memberships }: SessionFacts, accountId: string): Membership[] {
  const own = memberships.filter((one) => one.accountId === accountId && !one.mergedIntoId)
  return own.length === 0 ? [] : [...own, ...memberships.filter((one) => one.mergedIntoId === accountId)]
}

/** A password alone proves little of somebody who has more to show. */
function isProvedEnough({ isProved = false, staffRole, staffDuty }: SessionFacts): boolean {
  return isProved && !(staffRole && staffDuty?.hasSecondFactor && !staffDuty.isStrong)
}

function permissionsOfStaff({ staffGrants, isRootStaff }: SessionFacts): Set<string> {
  const all = new Set<string>(grantablePermissions(isRootStaff ?? false))
  return staffGrants ? all.intersection(new Set(staffGrants)) : all
}

/** What memberships amount to; with scopes, no more than those. */
function holdings(memberships: readonly Membership[], scopes?: readonly string[]) {
  const limit = (held: readonly string[]): ReadonlySet<string> =>
    scopes ? new Set(scopes).intersection(new Set(held)) : new Set(held)
  const grants = memberships.flatMap(({ accountId, role, services = [] }): Grant[] => [
    { accountId, permissions: limit(permissionsOfMember(role)), serviceIds: null },
    ...services.map((one) => ({
      accountId,
      permissions: limit(permissionsOnService(one.role)),
      serviceIds: [one.serviceId],
    })),
  ])
  return {
    accountIds: memberships.map((one) => one.accountId),
    permissions: new Set(grants.flatMap((grant) => [...grant.permissions])),
    grants,
  }
}

function chosenFirst(memberships: readonly Membership[], chosen: string | undefined): readonly Membership[] {
  const first = memberships.filter((one) => one.accountId === chosen && !one.mergedIntoId)
  return first.length === 0 ? memberships : [...first, ...memberships.filter((one) => !first.includes(one))]
}

function isOver(expiresAt: string | null, now: Temporal.Instant): boolean {
  return expiresAt !== null && Temporal.Instant.compare(Temporal.Instant.from(expiresAt), now) <= 0
}
