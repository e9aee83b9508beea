import type { Clock } from "./clock.ts"
import type { Transaction } from "./db.ts"
import type { NewId } from "./id.ts"
import type { Log } from "./log.ts"
import type { Language } from "./refusal.ts"

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
      readonly accountIds: readonly string[]
      readonly permissions: ReadonlySet<string>
      readonly apiKeyId?: string
    }
  | {
      readonly kind: "staff"
      readonly personId: string
      readonly permissions: ReadonlySet<string>
      readonly apiKeyId?: string
    }
  | { readonly kind: "system"; readonly name: string; readonly permissions: ReadonlySet<string> }

/** The set of rows a caller may touch; every query takes one. */
export type Reach =
  | { readonly kind: "all" }
  | { readonly kind: "accounts"; readonly accountIds: readonly string[] }

export function within(actor: Actor): Reach {
  if (actor.kind === "staff" || actor.kind === "system") return { kind: "all" }
  return { kind: "accounts", accountIds: actor.kind === "visitor" ? [] : actor.accountIds }
}

/** The id that audit rows name. */
export function actorId(actor: Actor): string {
  if (actor.kind === "visitor") return "visitor"
  if (actor.kind === "buyer") return `buyer:${actor.accountIds.join(",")}`
  return actor.kind === "system" ? `system:${actor.name}` : actor.personId
}
