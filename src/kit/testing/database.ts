import { randomUUID } from "node:crypto"
import pg from "pg"
import { type Clock, createStillClock } from "../clock.ts"
import { type Actor, type Context, type Log, silentLog } from "../context.ts"
import { type Database, openDatabase, type StatementWatch } from "../db.ts"
import { createIds, type NewId } from "../id.ts"
import { appUrlOf, migrateDatabase } from "../migrate.ts"
import { onMemoryRunner } from "../work/runner.ts"

export interface TestDatabaseOptions {
  /** Who plays work started here. "memory": nothing is handed to DBOS. */
  readonly runner?: "memory" | "dbos"
  readonly maxConnections?: number
  readonly onStatement?: StatementWatch
  readonly log?: Log
  /** What it is a copy of. Default: migrated and empty. */
  readonly template?: string
  /** Instead of being dropped it stays under this name, as a template for others. */
  readonly keepAs?: string
}

export interface TestDatabase {
  /** As the role the program runs under. */
  readonly database: Database
  readonly ownerUrl: string
  readonly clock: ReturnType<typeof createStillClock>
  readonly newId: NewId
  readonly log: Log
  /** One tenant, one transaction, one context. */
  inTenant<Result>(
    tenant: string,
    body: (ctx: Context) => Promise<Result>,
    options?: ContextOptions,
  ): Promise<Result>
  drop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export interface ContextOptions {
  readonly actor?: Actor
  readonly clock?: Clock
}

const TEMPLATE = "hostwell_template"
const APP_PASSWORD = "app"
export const TEST_START = "2026-03-02T09:00:00Z"

/** The database every test database is cloned from. Nobody may stay connected to it. */
export async function prepareTemplate(clusterUrl: string): Promise<void> {
  await onCluster(clusterUrl, (client) => client.query(`create database ${TEMPLATE}`))
  await migrateDatabase({ ownerUrl: databaseUrl(clusterUrl, TEMPLATE), appPassword: APP_PASSWORD })
}

/** A further template, made once in a cluster by whoever needs it first; the others wait for it. */
export async function prepareOnce(
  clusterUrl: string,
  template: string,
  make: () => Promise<void>,
): Promise<string> {
  const key = `${clusterUrl} ${template}`
  const prepare = async () => {
    await onCluster(clusterUrl, async (client) => {
      await client.query("select pg_advisory_lock(hashtext($1))", [template])
      const found = await client.query("select from pg_database where datname = $1", [template])
      if (found.rowCount === 0) await make()
    })
    return template
  }
  const preparing = prepared.get(key) ?? prepare()
  prepared.set(key, preparing)
  return preparing
}

const prepared = new Map<string, Promise<string>>()

/** A database of one's own, cloned in a tenth of a second; outside vitest, hand in the cluster. */
export async function cloneTestDatabase(
  clusterUrl: string,
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`
  // Copied as files: page by page, through the log, takes three times as long.
  const make = `create database ${name} template ${options.template ?? TEMPLATE} strategy file_copy`
  await onCluster(clusterUrl, (client) => client.query(make))
  const ownerUrl = databaseUrl(clusterUrl, name)
  const url = appUrlOf(ownerUrl, APP_PASSWORD)
  const log = options.log ?? silentLog
  const database = openDatabase({
    url: options.runner === "memory" ? onMemoryRunner(url) : url,
    log,
    ...(options.maxConnections === undefined ? {} : { maxConnections: options.maxConnections }),
    ...(options.onStatement === undefined ? {} : { onStatement: options.onStatement }),
  })
  const clock = createStillClock(TEST_START)
  const newId = createIds(clock)
  const { keepAs } = options
  const drop = async () => {
    await database.close()
    const end = keepAs
      ? `alter database ${name} rename to ${keepAs}`
      : `drop database if exists ${name} with (force)`
    await onCluster(clusterUrl, (client) => client.query(end))
  }
  return {
    database,
    ownerUrl,
    clock,
    newId,
    log,
    inTenant: (tenant, body, given = {}) =>
      database.transact(tenant, (db) =>
        body({
          tenant,
          db,
          clock: given.clock ?? clock,
          newId,
          actor: given.actor ?? { kind: "system", name: "test", permissions: new Set() },
          log,
          language: "en",
        }),
      ),
    drop,
    [Symbol.asyncDispose]: drop,
  }
}

async function onCluster(url: string, body: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await body(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  return url.toString()
}
