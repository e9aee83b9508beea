import type { Actor, Context, Log } from "../context.ts"
import type { Language } from "../refusal.ts"
import type { Keyring } from "../secrets.ts"

/** What one call to the API is made with, before any transaction is open. The edge makes it. */
export interface CallScope {
  readonly tenant: string
  readonly actor: Actor
  readonly language: Language
  readonly requestId: string
  /** Of the caller, as our own server saw it: for limits. */
  readonly address: string
  /** What a proxy in front says of the caller, as it came: unproven. */
  readonly assertion?: string | undefined
  readonly log: Log
  readonly idempotency: IdempotencyWish
  /** Headers the answer should carry, when there is an HTTP answer. */
  readonly answerHeaders: Headers
  /** For a stream: refuses when there are too many; call the answer when it is over. */
  enterLive(): () => void
  /** Refuses what may not be called at all just now, whoever holds the permission. */
  admit?(call: { readonly path: readonly string[]; readonly isWriting: boolean }): void
  /** Aborts when the process stops: streams end then, and their readers come back to another process. */
  readonly stopping: AbortSignal
  /** One transaction behind the tenant wall. The body may run again after a deadlock. */
  transact<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
  /** For what only looks: the same without a transaction around its statements, which then can't write. */
  read<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
}

export interface IdempotencyWish {
  readonly key: string | undefined
  /** Machines must send a key when they create; people's browsers may. */
  readonly isRequired: boolean
  readonly keyring: Keyring
}
