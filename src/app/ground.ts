import { openCompanyClock } from "#kit/clock/company-clock.ts"
import { type Clock, monotonicMs } from "#kit/clock.ts"
import type { Actor, Context, Log } from "#kit/context.ts"
import { type Database, openDatabase, type StatementWatch } from "#kit/db.ts"
import { createFileStore, type FileStore } from "#kit/files.ts"
import { createIds, type NewId } from "#kit/id.ts"
import { type Listener, openListener } from "#kit/listen.ts"
import { createOutside, type Outside } from "#kit/outside/outside.ts"
import type { Language } from "#kit/refusal.ts"
import type { Keyring } from "#kit/secrets.ts"

/** What every role of a process stands on, opened once and closed last. */
export interface Ground {
  readonly database: Database
  readonly listener: Listener
  readonly clock: Clock
  readonly newId: NewId
  readonly keyring: Keyring
  readonly outside: Outside
  readonly files: FileStore
  /** Whether hosts on our own network may be called: only where the sandbox stands in. */
  readonly allowPrivate: boolean
  readonly log: Log
  /** The clock's offset has surely been read after this. */
  refreshClock(): Promise<void>
  /** Runs after the company's time was moved, by whichever process. */
  onClockMove(handler: () => void): () => void
  /** One tenant, one transaction, one context, as the house itself or as somebody. */
  inTenant<Result>(tenant: string, body: (ctx: Context) => Promise<Result>, as?: Acting): Promise<Result>
  close(): Promise<void>
}

export interface Acting {
  readonly actor?: Actor
  readonly language?: Language
}

/** All that is held about somebody fits, and one file can't fill a process. */
const MOST_FILE_BYTES = 33_554_432

export interface GroundOptions {
  readonly appUrl: string
  readonly keyring: Keyring
  readonly log: Log
  readonly allowPrivate: boolean
  /** The directory in which files lie: the same for every process. */
  readonly filesPlace: string
  readonly maxConnections?: number
  readonly onStatement?: StatementWatch
  /**
   * A clock of one's own, for simulations; otherwise the company's, kept in the database. A host that is left
   * alone for a while rests by it too: simulated hours pass in milliseconds.
   */
  readonly clock?: Clock
  /** And what else a seed decides there: ids, and how calls outside pause and tire. */
  readonly newId?: NewId
  readonly outside?: Outside
}

export async function openGround(options: GroundOptions): Promise<Ground> {
  const { appUrl, keyring, log, allowPrivate } = options
  const database = openDatabase({
    url: appUrl,
    log,
    ...(options.maxConnections === undefined ? {} : { maxConnections: options.maxConnections }),
    ...(options.onStatement === undefined ? {} : { onStatement: options.onStatement }),
  })
  const listener = await openListener({ url: appUrl, log })
  const company = options.clock ? undefined : await openCompanyClock(database, listener, log)
  const clock = options.clock ?? company?.clock
  if (!clock) throw new Error("A ground needs a clock.")
  const newId = options.newId ?? createIds(clock)
  const outside =
    options.outside ??
    createOutside({
      userAgent: "Hostwell",
      ...(options.clock ? { monotonic: () => monotonicMs() + clock.now().epochMilliseconds } : {}),
      onRecordFailure: (error) => log.error({ error }, "a call's record was lost"),
    })
  return {
    database,
    listener,
    clock,
    newId,
    keyring,
    outside,
    files: createFileStore({ place: options.filesPlace, maxBytes: MOST_FILE_BYTES }),
    allowPrivate,
    log,
    refreshClock: async () => company?.refresh(),
    onClockMove: (handler) => company?.onMove(handler) ?? (() => {}),
    inTenant: (tenant, body, as = {}) =>
      database.transact(tenant, (db) => {
        const actor = as.actor ?? { kind: "system", name: "house", permissions: new Set() }
        return body({ tenant, db, clock, newId, log, actor, language: as.language ?? "en" })
      }),
    close: async () => {
      await Promise.all([outside.close(), listener.close()])
      await database.close()
    },
  }
}
