import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { databasePassword, openKeyring } from "#app/keys.ts"
import { appUrlOf } from "#kit/migrate.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { findFreePort } from "#kit/testing/free-port.ts"
import type { PageWish } from "./bare-page.ts"
import type { Options } from "./options.ts"
import { type Program, startCompany, startProgram } from "./program.ts"
import { salesView } from "./sales.ts"
import { openShop, type Shop } from "./shop.ts"

/** One PostgreSQL for the subject and its references, and the company in a process of its own. */
export interface Ground extends AsyncDisposable {
  readonly shop: Shop
  readonly program: Program
  /** Beside the program, above the tenant wall. */
  readonly database: pg.Client
  readonly databaseUrl: string
  /** As the role the program itself uses. */
  readonly appUrl: string
  /** What the program signs its cookies with. */
  readonly cookieSecrets: readonly string[]
  /** The plainest server with the same answer. */
  startReference(answer: ReferenceAnswer): Promise<{ readonly url: string; readonly pid: number }>
}

/** Durable as in production: the test clusters' haste would make every commit free. */
const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" }

export async function openGround({ isShort }: Pick<Options, "isShort">): Promise<Ground> {
  await using opening = new AsyncDisposableStack()
  // A short run's figures mean nothing, so it need not wait for a disk.
  const cluster = await (isShort ? startTestCluster() : startTestCluster(DURABLE, "disk"))
  opening.defer(() => cluster.stop())
  const home = mkdtempSync(join(tmpdir(), "hostwell-bench-"))
  opening.defer(() => rmSync(home, { recursive: true, force: true }))
  const databaseUrl = beside(cluster.ownerUrl, cluster.superUrl)
  const port = await findFreePort()
  const program = await startCompany({
    port,
    home,
    settings: { DATABASE_URL: cluster.ownerUrl, TRUSTED_PROXY: "127.0.0.1,::1" },
  })
  opening.defer(() => program.stop())
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  opening.defer(() => database.end())
  await database.query(referenceTables)
  await database.query(salesView)
  const shop = await openShop(`http://localhost:${port}`)
  await buildAtOnce(shop.url)
  const keys = { home, keys: undefined }
  const closing = opening.move()
  return {
    shop,
    program,
    database,
    databaseUrl,
    appUrl: appUrlOf(cluster.ownerUrl, databasePassword(keys)),
    cookieSecrets: openKeyring(keys).macs("identity.sessions", "cookie signatures"),
    startReference: async (answer) => {
      const reference = await startReference(databaseUrl, answer)
      await database.query(
        "insert into bench.one values ('one', $1) on conflict (id) do update set body = excluded.body",
        [answer.bytes],
      )
      closing.defer(() => reference.program.stop())
      return { url: reference.url, pid: reference.program.pid }
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** How long one row takes to be committed by one client, in milliseconds: what durability costs here and now. */
export async function measureCommitMs(database: pg.Client, rows = 100): Promise<number> {
  const startedMs = performance.now()
  for (let row = 0; row < rows; row++) {
    await database.query({ name: "put", text: "insert into bench.many (body) values ($1)", values: ["row"] })
  }
  return (performance.now() - startedMs) / rows
}

const referenceTables = `
  create schema bench;
  create table bench.one (id text primary key, body text not null);
  create table bench.many (id bigint generated always as identity primary key, body text not null)`

/** What the program's database holds, seen by one who stands above the tenant wall. */
function beside(ownerUrl: string, superUrl: string): string {
  const url = new URL(superUrl)
  url.pathname = new URL(ownerUrl).pathname
  return url.toString()
}

export interface ReferenceAnswer {
  readonly bytes: string
  readonly contentType: string
  /** One of the program's pages, to be rendered by React and React Router alone. */
  readonly page?: PageWish
}

async function startReference(databaseUrl: string, answer: ReferenceAnswer) {
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const program = await startProgram({
    file: "bench/parts/reference-server.ts",
    words: [JSON.stringify({ port, databaseUrl, ...answer })],
    settings: { NODE_ENV: "production" },
    answersAt: `${url}/bytes`,
  })
  return { program, url }
}

/** The panel takes no time, so that what is measured is ours. */
async function buildAtOnce(url: string): Promise<void> {
  const answer = await fetch(`${url}/sandbox/virtfusion/control/settings`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ buildSeconds: 0, serversPerGroup: 1_000_000 }),
  })
  if (!answer.ok) throw new Error(`The panel keeps its own pace: ${await answer.text()}`)
}
