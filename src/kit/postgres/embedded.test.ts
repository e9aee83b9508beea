import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { silentLog } from "#kit/context.ts"
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./embedded.ts"
import { AlreadyRunning, PostgresFailure } from "./errors.ts"
import { isAlive, isPostmasterOf, waitUntil } from "./processes.ts"

const QUICK = { fsync: "off", shared_buffers: "16MB" }
const isRoot = process.getuid?.() === 0
const cleanups: (() => unknown)[] = []

let template = ""

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), "hostwell-template-"))
  if (isRoot) chmodSync(template, 0o711)
  await (await startEmbeddedPostgres({ home: template, log: silentLog, settings: QUICK })).stop()
})

afterAll(() => rmSync(template, { recursive: true, force: true }))

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

it("makes a UTF-8 database whose owner may create roles but is no superuser", async () => {
  const postgres = await start(emptyHome())
  const facts = await ask(
    postgres.ownerUrl,
    `select current_database() as database, getdatabaseencoding() as encoding, rolsuper, rolbypassrls, rolcreaterole,
       datcollate, datlocprovider, current_setting('TimeZone') as zone, current_setting('data_checksums') as checksums
     from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  )
  expect(facts).toEqual({
    database: "hostwell",
    encoding: "UTF8",
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: true,
    datcollate: "C",
    datlocprovider: "b",
    zone: "UTC",
    checksums: "on",
  })
  await ask(postgres.ownerUrl, "create role some_app login")
  expect(await ask(postgres.ownerUrl, "select upper('é한') as words")).toEqual({ words: "É한" })
})

it("keeps the data and the addresses over a stop, and leaves no server behind", async () => {
  const home = newHome()
  const first = await start(home)
  await ask(first.ownerUrl, "create table kept as select 7 as number")
  const pid = postmasterOf(home)
  await first.stop()
  expect(isAlive(pid)).toBe(false)
  const second = await start(home)
  expect(second.ownerUrl).toBe(first.ownerUrl)
  expect(await ask(second.ownerUrl, "select number from kept")).toEqual({ number: 7 })
})

it("is reached through a socket in its data, over TCP as well, and over TCP alone where the name is too long", async () => {
  const server = await start(newHome())
  const directory = new URL(server.ownerUrl).searchParams.get("host") ?? ""
  expect(statSync(directory).mode & 0o077).toBe(0)
  const overTcp = new URL(server.ownerUrl)
  overTcp.searchParams.delete("host")
  const how = "select inet_server_addr() is null as local"
  expect(await ask(server.ownerUrl, how)).toEqual({ local: true })
  expect(await ask(overTcp.toString(), how)).toEqual({ local: false })

  const deep = await start(join(newHome(), "d".repeat(90)))
  expect(await ask(deep.ownerUrl, how)).toEqual({ local: false })
})

it("refuses a second owner and names the first", async () => {
  const home = newHome()
  await start(home)
  const refusal = await start(home).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(AlreadyRunning)
  expect(refusal).toMatchObject({ pid: process.pid })
})

it("lets exactly one of three simultaneous first starts win", async () => {
  const home = emptyHome()
  const holders = [hold(home), hold(home), hold(home)]
  const words = await Promise.all(holders.map(({ said }) => said))
  expect(words.filter((word) => word === "up")).toHaveLength(1)
  expect(words.filter((word) => word === "AlreadyRunning")).toHaveLength(2)
})

it("brings a killed server back within five seconds, at the same address", async () => {
  const home = newHome()
  const postgres = await start(home)
  const heard: string[] = []
  postgres.onDown(() => heard.push("down"))
  postgres.onUp(() => heard.push("up"))
  await ask(postgres.ownerUrl, "create table kept as select 7 as number")
  const pid = postmasterOf(home)
  // A busy session does not notice the death of its postmaster and would hold the shared memory.
  const busy = new pg.Client(postgres.ownerUrl)
  busy.on("error", () => {})
  await busy.connect()
  busy.query("select count(*) from generate_series(1, 1000000000)").catch(() => {})
  process.kill(pid, "SIGKILL")
  expect(await waitUntil(() => heard.includes("up"), 5)).toBe(true)
  expect(heard).toEqual(["down", "up"])
  expect(postmasterOf(home)).not.toBe(pid)
  expect(await ask(postgres.ownerUrl, "select number from kept")).toEqual({ number: 7 })
})

it("takes its lock again when only the connection that held it breaks", async () => {
  const home = newHome()
  const postgres = await start(home)
  const pid = postmasterOf(home)
  let isUp = false
  postgres.onUp(() => {
    isUp = true
  })
  const client = new pg.Client(postgres.superUrl)
  await client.connect()
  await client.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'")
  await client.end()
  expect(await waitUntil(() => isUp, 5)).toBe(true)
  expect(postmasterOf(home)).toBe(pid)
  expect(await start(home).catch((error: unknown) => error)).toBeInstanceOf(AlreadyRunning)
})

it("adopts the server of an owner that was killed", async () => {
  const home = newHome()
  const holder = hold(home)
  expect(await holder.said).toBe("up")
  const pid = postmasterOf(home)
  holder.child.kill("SIGKILL")
  const postgres = await start(home)
  expect(postmasterOf(home)).toBe(pid)
  expect(await ask(postgres.ownerUrl, "select 1 as one")).toEqual({ one: 1 })
})

it("waits for a killed orphan to be gone instead of failing once", async () => {
  const home = newHome()
  const holder = hold(home)
  expect(await holder.said).toBe("up")
  holder.child.kill("SIGKILL")
  process.kill(postmasterOf(home), "SIGKILL")
  const postgres = await start(home)
  expect(await ask(postgres.ownerUrl, "select 1 as one")).toEqual({ one: 1 })
})

it("stops an orphan that nobody adopts", async () => {
  const home = newHome()
  const holder = hold(home, { graceSeconds: 0 })
  expect(await holder.said).toBe("up")
  const pid = postmasterOf(home)
  holder.child.kill("SIGKILL")
  expect(await waitUntil(() => !isAlive(pid), 10)).toBe(true)
  // In order, not by force: the next start finds nothing to repair.
  expect(
    await waitUntil(() => readFileSync(join(home, "postgres.log"), "utf8").includes("is shut down"), 5),
  ).toBe(true)
})

it("is not stopped by a pid file that names somebody else's process", async () => {
  const home = newHome()
  await (await start(home)).stop()
  const bystander = spawn("sleep", ["60"])
  cleanups.push(() => bystander.kill("SIGKILL"))
  const lines = [bystander.pid, join(home, "postgres", "data"), 1, 5432, "", "127.0.0.1", "1 1", "ready"]
  writeFileSync(join(home, "postgres", "data", "postmaster.pid"), lines.join("\n"))
  const postgres = await start(home)
  expect(await ask(postgres.ownerUrl, "select 1 as one")).toEqual({ one: 1 })
  expect(isAlive(bystander.pid ?? 0)).toBe(true)
})

it("moves to another port when the remembered one is taken", async () => {
  const home = newHome()
  const first = await start(home)
  await first.stop()
  const intruder = createServer()
  await new Promise<void>((listening) =>
    intruder.listen(Number(new URL(first.ownerUrl).port), "127.0.0.1", listening),
  )
  cleanups.push(() => intruder.close())
  const second = await start(home)
  expect(second.ownerUrl).not.toBe(first.ownerUrl)
  expect(await ask(second.ownerUrl, "select 1 as one")).toEqual({ one: 1 })
})

it.runIf(isRoot)("keeps the data elsewhere when the home is below a closed directory", async () => {
  const closed = mkdtempSync(join(tmpdir(), "hostwell-closed-"))
  const open = emptyHome()
  cleanups.push(() => rmSync(closed, { recursive: true, force: true }))
  chmodSync(closed, 0o700)
  const home = join(closed, "a home with spaces")
  const first = await start(home, { relocateTo: open })
  await ask(first.ownerUrl, "create table kept as select 7 as number")
  await first.stop()
  const second = await start(home, { relocateTo: open })
  expect(await ask(second.ownerUrl, "select number from kept")).toEqual({ number: 7 })
  await second.stop()
  const place = readFileSync(join(home, "postgres.location"), "utf8").trim()
  rmSync(place, { recursive: true })
  await expect(start(home, { relocateTo: open })).rejects.toThrow(PostgresFailure)
})

it("says in the server's own words why it does not start", async () => {
  const refusal = start(newHome(), { settings: { shared_buffers: "nonsense" } })
  await expect(refusal).rejects.toThrow(/shared_buffers/)
})

it("removes a throwaway cluster together with the process that asked for it", async () => {
  const holder = holdTestCluster()
  const home = await holder.said
  expect(existsSync(home)).toBe(true)
  const pid = postmasterOf(home)
  holder.child.kill("SIGKILL")
  expect(await waitUntil(() => !isAlive(pid) && !existsSync(home), 10)).toBe(true)
})

/** With a fresh database in it already: copying one takes a tenth of the time of making one. */
function newHome(): string {
  const home = emptyHome()
  execFileSync("cp", ["-a", `${template}/.`, home])
  return home
}

function emptyHome(): string {
  const home = mkdtempSync(join(tmpdir(), "hostwell home "))
  if (isRoot) chmodSync(home, 0o711)
  cleanups.push(async () => {
    await endPostmaster(home)
    rmSync(home, { recursive: true, force: true })
  })
  return home
}

/** What a killed holder left is not waited for. */
async function endPostmaster(home: string): Promise<void> {
  const file = join(home, "postgres", "data", "postmaster.pid")
  const pid = existsSync(file) ? postmasterOf(home) : 0
  if (pid <= 1 || !isPostmasterOf(pid, join(realpathSync(home), "postgres", "data"))) return
  process.kill(pid, "SIGQUIT")
  await waitUntil(() => !isAlive(pid), 5)
}

async function start(
  home: string,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ home, log: silentLog, settings: QUICK, ...options })
  cleanups.push(() => postgres.stop())
  return postgres
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(statement)).rows[0]
  } finally {
    await client.end()
  }
}

function postmasterOf(home: string): number {
  return Number(readFileSync(join(home, "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0])
}

interface Holder {
  readonly child: ChildProcess
  /** The first line it printed: "up", or the name of the error. */
  readonly said: Promise<string>
}

/** Another process that owns the database of a home until it is killed. */
function hold(home: string, { graceSeconds = 10 } = {}): Holder {
  return runProgram(`
    const { startEmbeddedPostgres } = await import(${here("embedded.ts")})
    const { silentLog } = await import(${here("../context.ts")})
    setInterval(() => {}, 1000)
    const options = { home: ${JSON.stringify(home)}, log: silentLog, settings: ${JSON.stringify(QUICK)}, graceSeconds: ${graceSeconds} }
    await startEmbeddedPostgres(options).then(() => console.log("up"), (error) => console.log(error.name))`)
}

function holdTestCluster(): Holder {
  return runProgram(`
    const { startTestCluster } = await import(${here("test-cluster.ts")})
    setInterval(() => {}, 1000)
    console.log((await startTestCluster()).home)`)
}

function runProgram(source: string): Holder {
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  cleanups.push(async () => {
    child.kill("SIGKILL")
    await waitUntil(() => child.exitCode !== null || child.signalCode !== null, 5)
  })
  const said = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").once("data", (line: string) => resolve(line.trim()))
    child.once("exit", () => reject(new Error("it ended without a word")))
  })
  return { child, said }
}

function here(file: string): string {
  return JSON.stringify(new URL(file, import.meta.url).href)
}
