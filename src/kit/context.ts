import type { Clock } from "./clock.ts"
import type { Transaction } from "./db.ts"
import type { NewId } from "./id.ts"
import type { Log } from "./log.ts"
import type { Language, Refusal } from "./refusal.ts"

export { type Log, silentLog } from "./log.ts"

/** What every operation is handed, first argument, always: no ambient time, tenant, user or database. */
export interface Context {
  readonly tenant: string
  /** One open transaction, bound to the tenant. The edge opened it and will commit it. */
  readonly db: Transaction
  readonly clock: Clock
  readonly newId: NewId
  readonly actor: Actor
  readonly log: Log
  readonly language: Language
  /** Of the request that led here, for logs and audit rows; absent in background work. */
  readonly requestId?: string
  /** Where the caller's network address is ("DE"), when a proxy of our own said so. */
  readonly seenIn?: string
}

/** Who is asking. What they may do is in `permissions`; what they may see is their Reach. */
export type Actor =
  | { readonly kind: "visitor"; readonly permissions: ReadonlySet<string> }
  /** Has ordered and not yet shown who they are: holds the order's account by the cart's token, and no more. */
  | {
      readonly kind: "buyer"
      readonly accountIds: readonly string[]
      readonly permissions: ReadonlySet<string>
    }
  | {
      readonly kind: "customer"
      readonly personId: string
      /** The one they have chosen to act for comes first. */
      readonly accountIds: readonly string[]
      /** Whatever they hold in any of their accounts. */
      readonly permissions: ReadonlySet<string>
      /** The same account by account. Absent where all of it holds in all of them. */
      readonly grants?: readonly Grant[]
      /** Single services within reach though their account isn't; set where a permission was asked for. */
      readonly serviceIds?: readonly string[]
      /** A member of staff acts here as this customer: both names go into the audit, and much is refused. */
      readonly impersonatedBy?: string
      readonly apiKeyId?: string
      readonly session?: ActorSession
    }
  | {
      readonly kind: "staff"
      readonly personId: string
      readonly permissions: ReadonlySet<string>
      /** Why they get no further than their own door for now: said to whatever else they ask for. */
      readonly barred?: Refusal
      readonly apiKeyId?: string
      readonly session?: ActorSession
    }
  | { readonly kind: "system"; readonly name: string; readonly permissions: ReadonlySet<string> }

export interface ActorSession {
  readonly id: string
  /** Whether they have shown who they are within the last minutes, as dangerous acts ask. */
  readonly isProved: boolean
}

/** What somebody may do in one account: in all of it, or for a few of its services. */
export interface Grant {
  readonly accountId: string
  readonly permissions: ReadonlySet<string>
  /** Null: the whole account. */
  readonly serviceIds: readonly string[] | null
}

/** The set of rows a caller may touch; every query takes one. */
export type Reach =
  | { readonly kind: "all" }
  | {
      readonly kind: "accounts"
      readonly accountIds: readonly string[]
      /** Single services of other accounts. Only what is about a service looks at them. */
      readonly serviceIds?: readonly string[]
    }

export function within(actor: Actor): Reach {
  if (barredBy(actor)) return { kind: "accounts", accountIds: [] }
  if (actor.kind === "staff" || actor.kind === "system") return { kind: "all" }
  if (actor.kind === "visitor") return { kind: "accounts", accountIds: [] }
  const serviceIds = actor.kind === "customer" ? actor.serviceIds : undefined
  return { kind: "accounts", accountIds: actor.accountIds, ...(serviceIds ? { serviceIds } : {}) }
}

/** What stands between a member of staff and the shop, if anything does. */
export function barredBy(actor: Actor): Refusal | undefined {
  return actor.kind === "staff" ? actor.barred : undefined
}

/** The id that audit rows name. */
export function actorId(actor: Actor): string {
  if (actor.kind === "visitor") return "visitor"
  if (actor.kind === "buyer") return `buyer:${actor.accountIds.join(",")}`
  return actor.kind === "system" ? `system:${actor.name}` : actor.personId
}

/** Who really sat there, where staff act as a customer. */
export function impersonatorOf(actor: Actor): string | null {
  return actor.kind === "customer" ? (actor.impersonatedBy ?? null) : null
}
