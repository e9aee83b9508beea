import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import pg from "pg"
import type { Log } from "./log.ts"
import { createStatementNames, isOvertakenPlan, preparingClient, type StatementNames } from "./prepared.ts"
import {
  type Guard,
  prepareScope,
  type Statement,
  type StatementScope,
  sendScoped,
} from "./scoped-statement.ts"
import { closeMemo, openMemo } from "./transaction-memo.ts"

/** One open transaction. Built by Database.transact, never by hand. */
export type Transaction = NodePgDatabase

export interface Database {
  readonly url: string
  readonly pool: pg.Pool
  /**
   * One tenant, one transaction. The body may run again after a deadlock: it must not touch the outside. A guard goes
   * along with its first statement; where it does not hold nothing is committed, whatever the body makes of that.
   */
  transact<Result>(tenant: string, body: (db: Transaction) => Promise<Result>, guard?: Guard): Promise<Result>
  /**
   * Reads only, and the database says so. Each statement is a transaction and a round trip of its own, the guard's
   * question in it.
   */
  read<Result>(tenant: string, body: (db: Transaction) => Promise<Result>, guard?: Guard): Promise<Result>
  /** One statement that may write, as a transaction and a round trip of its own. Another one is refused. */
  writeOnce<Result>(tenant: string, body: (db: Transaction) => Promise<Result>): Promise<Result>
  /** The named path for work that belongs to no tenant: registry, clock, the definer functions. */
  transactAcrossTenants<Result>(body: (db: Transaction) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** What drizzle asks of a database. */
interface StatementRunner {
  query(statement: string | Statement, values?: readonly unknown[]): Promise<pg.QueryResult>
}

export interface DatabaseOptions {
  readonly url: string
  readonly log: Log
  readonly maxConnections?: number
  readonly onStatement?: StatementWatch
}

/**
 * Sees every statement, and which of the database's processes gets it: statement budgets in tests. What it promises
 * is waited for before the statement is sent: trials hold statements back to bring them into an order of their own.
 */
export type StatementWatch = (text: string, backend: number) => Promise<void> | void

/** The pool waits for it before anybody gets the connection, which its types don't say. */
const preparing = { onConnect: prepareScope }

export function openDatabase(options: DatabaseOptions): Database {
  const names = createStatementNames()
  const pool = new pg.Pool({
    Client: preparingClient(names),
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    // A request must not wait for a connection longer than a person would: refuse instead.
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    ...preparing,
  })
  pool.on("error", (error) => options.log.warn({ error: error.message }, "an idle database connection broke"))
  // While a new connection is prepared nobody listens yet; whoever gets it learns of its end by their own statement.
  pool.on("connect", (client) => client.on("error", () => {}))
  if (options.onStatement) watchStatements(pool, options.onStatement)

  const run = <Result>(
    tenant: string | undefined,
    body: (db: Transaction) => Promise<Result>,
    guard?: Guard,
  ) => retryConflicts(names, () => runTransaction({ pool, names, tenant, guard }, body))
  const runnerOf = (scope: StatementScope): StatementRunner => ({
    query: (statement, values = []) =>
      retryConflicts(names, () => {
        const config = typeof statement === "string" ? { text: statement } : statement
        const named = { ...config, name: config.name ?? names.nameOf(config.text) }
        return withClient(pool, (client) => sendScoped(client, scope, named, values))
      }),
  })
  const readerOf = createReaders((tenant) => runnerOf({ tenant: checkTenant(tenant), mode: "reading" }))
  return {
    url: options.url,
    pool,
    transact: async (tenant, body, guard) => run(checkTenant(tenant), body, guard),
    read: (tenant, body, guard) =>
      guard
        ? readBehind(guard, body, (watched) =>
            runnerOf({ tenant: checkTenant(tenant), mode: "reading", guard: watched }),
          )
        : body(readerOf(tenant)),
    writeOnce: async (tenant, body) =>
      body(drizzle(onceOnly(runnerOf({ tenant: checkTenant(tenant), mode: "lone" })) as unknown as pg.Pool)),
    transactAcrossTenants: (body) => run(undefined, body),
    close: () => pool.end(),
  }
}

/** Deadlock and serialization failures: the database undid everything, so the same body may simply run again. */
const CONFLICTS = new Set(["40001", "40P01"])
const MOST_TRIES = 4

async function retryConflicts<Result>(names: StatementNames, body: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await body()
    } catch (error) {
      const isOvertaken = isOvertakenPlan(error)
      if (isOvertaken) names.renew()
      const isConflict = isOvertaken || CONFLICTS.has(databaseErrorCode(error) ?? "")
      if (tries >= MOST_TRIES || !isConflict) throw error
    }
  }
}

interface Beginning {
  readonly pool: pg.Pool
  readonly names: StatementNames
  readonly tenant: string | undefined
  readonly guard: Guard | undefined
}

/** Begun by its first statement, in the same message: one that asks nothing costs nothing. */
function runTransaction<Result>(
  { pool, names, tenant, guard }: Beginning,
  body: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  return withClient(pool, async (client, giveUp) => {
    const talk = talkOf(client, names)
    const watched = guard && watchGuard(guard, (refusal) => Object.assign(talk, { refusal }))
    talk.beginning = { tenant, mode: "beginning", guard: watched }
    openMemo(talk.db)
    try {
      const result = await body(talk.db)
      if (talk.refusal) throw talk.refusal
      if (!talk.beginning) await client.query("commit")
      return result
    } catch (error) {
      // A client that could not roll back is thrown away, so its transaction can't leak into the next one.
      if (!talk.beginning) await client.query("rollback").catch(giveUp)
      throw talk.refusal ?? error
    } finally {
      talk.beginning = undefined
      talk.refusal = undefined
      closeMemo(talk.db)
    }
  })
}

async function withClient<Result>(
  pool: pg.Pool,
  body: (client: pg.PoolClient, giveUp: (error: Error) => void) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on("error", onError)
  try {
    return await body(client, onError)
  } finally {
    client.off("error", onError)
    client.release(broken)
  }
}

/** Looks that count only as long as the guard holds, whatever the body makes of a refusal. */
async function readBehind<Result>(
  guard: Guard,
  body: (db: Transaction) => Promise<Result>,
  runnerOf: (guard: Guard) => StatementRunner,
): Promise<Result> {
  const seen: { refusal?: Error } = {}
  const runner = runnerOf(watchGuard(guard, (refusal) => Object.assign(seen, { refusal })))
  try {
    const result = await body(drizzle(runner as unknown as pg.Pool))
    if (seen.refusal) throw seen.refusal
    return result
  } catch (error) {
    // Bare: the statement layer wraps what is thrown below it.
    throw seen.refusal ?? error
  }
}

function watchGuard(guard: Guard, onRefused: (refusal: Error) => void): Guard {
  const refuse = () => {
    const refusal = guard.refuse()
    onRefused(refusal)
    return refusal
  }
  return { ...guard, refuse }
}

/** Two statements would be two transactions, where somebody meant one. */
function onceOnly(runner: StatementRunner): StatementRunner {
  let isSpent = false
  return {
    query: async (statement, values) => {
      if (isSpent) throw new Error("writeOnce is for one statement: several belong into transact.")
      isSpent = true
      return runner.query(statement, values)
    },
  }
}

const MOST_READERS = 1_000

/** One for each tenant: what drizzle puts together for it is the same every time. */
function createReaders(runnerOf: (tenant: string) => StatementRunner): (tenant: string) => Transaction {
  const readers = new Map<string, Transaction>()
  return (tenant) => {
    const known = readers.get(tenant)
    if (known) return known
    const made = drizzle(runnerOf(tenant) as unknown as pg.Pool)
    if (readers.size >= MOST_READERS) readers.clear()
    readers.set(tenant, made)
    return made
  }
}

/** The pool says it in these words only: none came free, and a new one was not there in time. */
const NO_PLACE = [
  "timeout exceeded when trying to connect",
  "Connection terminated due to connection timeout",
]

/** Every connection was taken for longer than a person would wait. Nothing was begun, so trying again is safe. */
export function isDatabaseBusy(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (NO_PLACE.includes(current.message)) return true
  }
  return false
}

/** PostgreSQL's five-letter code, through drizzle's wrapping. */
export function databaseErrorCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string") return current.code
  }
  return undefined
}

/** What the database said, without the statement and its values: those are not for everybody's eyes. */
export function databaseWords(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof pg.DatabaseError) return current.message
  }
  return undefined
}

/**
 * The database itself said no, so nothing was written. Any other failure of a commit, a broken connection or the
 * server's own death above all, leaves open whether it was written.
 */
export function isDatabaseRefusal(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof pg.DatabaseError) return current.severity === "ERROR"
  }
  return false
}

/** The name of the constraint that refused a write, if one did. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("constraint" in current && typeof current.constraint === "string") return current.constraint
  }
  return undefined
}

/** What a client's transactions are spoken through, one after the other. */
interface Talk {
  readonly db: Transaction
  /** Still to be sent, ahead of the first statement. */
  beginning: StatementScope | undefined
  /** The guard did not hold: nothing more is sent, and nothing committed. */
  refusal: Error | undefined
}

const talks = new WeakMap<pg.PoolClient, Talk>()

function talkOf(client: pg.PoolClient, names: StatementNames): Talk {
  const known = talks.get(client)
  if (known) return known
  const query = (statement: Statement, values: unknown[]) => {
    const { beginning, refusal } = talk
    if (refusal) return Promise.reject(refusal)
    if (!beginning) return client.query(statement, values)
    talk.beginning = undefined
    return sendScoped(client, beginning, { ...statement, name: names.nameOf(statement.text) }, values)
  }
  const talk: Talk = {
    db: drizzle({ query } as unknown as pg.PoolClient),
    beginning: undefined,
    refusal: undefined,
  }
  talks.set(client, talk)
  return talk
}

/** Before it gets anywhere near a statement. */
function checkTenant(tenant: string): string {
  if (!/^[a-z0-9_]{1,40}$/.test(tenant)) throw new Error("That is not a tenant id.")
  return tenant
}

function watchStatements(pool: pg.Pool, onStatement: StatementWatch): void {
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...values: unknown[]) => unknown
    const { processID } = client as unknown as { processID: number }
    Object.assign(client, {
      query: (...values: unknown[]) => {
        const first = values[0]
        const held = onStatement(
          typeof first === "string" ? first : (first as { text: string }).text,
          processID,
        )
        return held ? held.then(() => query(...values)) : query(...values)
      },
    })
  })
}
