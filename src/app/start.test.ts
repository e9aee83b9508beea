import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, expect, inject, it } from "vitest"
import { findFreePort } from "#kit/postgres/access.ts"
import { isAlive, waitUntil } from "#kit/postgres/processes.ts"
import "#kit/testing/test-database.ts"
import { fillUsedHome } from "#kit/testing/used-home.ts"
import { findRunning } from "./running-file.ts"

const launcher = fileURLToPath(new URL("../../bin/start.mjs", import.meta.url))
const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

it("starts without LANG and in Kathmandu, refuses a second one beside it, and leaves nothing after SIGTERM", async () => {
  const home = newHome()
  const port = await findFreePort()
  const first = launch({ home, port })
  const { url } = await untilReady(first, home)
  expect(url).toBe(`http://localhost:${port}`)
  expect(first.output()).toContain(url)

  const second = launch({ home, port })
  expect(await second.exitCode).toBe(1)
  expect(second.output()).toContain(`already running at ${url}`)
  expect(await isHealthy(url)).toBe(true)

  // As a terminal, npm and a person in a hurry would send it: it still counts once.
  const running = listProcessesOf(home)
  for (let times = 0; times < 3; times++) first.child.kill("SIGTERM")
  expect(await first.exitCode).toBe(0)
  expect(running.length).toBeGreaterThanOrEqual(3)
  expect(await waitUntil(() => listProcessesOf(home).length === 0, 5)).toBe(true)
  expect(findRunning(home)).toBeUndefined()
})

it("takes any free port when asked to, and says which", async () => {
  const home = await usedHome()
  const { url } = await untilReady(launch({ home, port: 0 }), home)
  expect(new URL(url).port).not.toBe("0")
  expect(await isHealthy(url)).toBe(true)
})

it("names a taken port and how to choose another", async () => {
  const home = newHome()
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, listening))
  cleanups.push(() => server.close())
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const run = launch({ home, port })
  expect(await run.exitCode).toBe(1)
  expect(run.output()).toContain(`Port ${port}`)
  expect(run.output()).toContain(`PORT=${port + 1} npm start`)
  expect(await waitUntil(() => listProcessesOf(home).length === 0, 5)).toBe(true)
})

it("comes back when the program is killed, and adopts the database that went on running", async () => {
  const home = await usedHome()
  const run = launch({ home, port: await findFreePort() })
  const before = await untilReady(run, home)
  const postmaster = postmasterOf(home)
  process.kill(before.pid, "SIGKILL")
  const isBack = async () => {
    const now = findRunning(home)
    return now !== undefined && now.pid !== before.pid && (await isHealthy(now.url))
  }
  expect(await waitUntil(isBack, 40)).toBe(true)
  expect(postmasterOf(home)).toBe(postmaster)
  expect(run.output()).toContain("ended by SIGKILL")
})

it("keeps serving while a killed database is brought back", async () => {
  const home = await usedHome()
  const run = launch({ home, port: await findFreePort() })
  const before = await untilReady(run, home)
  const postmaster = postmasterOf(home)
  process.kill(postmaster, "SIGKILL")
  // Replaying its log takes seconds, on a busy machine a minute; if it does not come back, its words say why.
  await waitUntil(() => run.output().includes("the database is back"), 60)
  expect(run.output()).toContain("the database is back")
  expect(postmasterOf(home)).not.toBe(postmaster)
  expect(findRunning(home)?.pid).toBe(before.pid)
  expect(await isHealthy(before.url)).toBe(true)
})

it("stops program and database when the launcher is killed", async () => {
  const home = await usedHome()
  const run = launch({ home, port: await findFreePort() })
  await untilReady(run, home)
  run.child.kill("SIGKILL")
  expect(await waitUntil(() => listProcessesOf(home).length === 0, 10)).toBe(true)
})

it("stops when the npm that started it is killed", async () => {
  const home = await usedHome()
  // Stands for npm: a parent that has a shell between itself and the launcher, and passes nothing on.
  const source = `require("node:child_process").spawn("/bin/sh", ["-c", '"$1" "$2"; exit', "sh", ${JSON.stringify(process.execPath)}, ${JSON.stringify(launcher)}], { stdio: "inherit" })`
  const run = launch({ home, port: await findFreePort(), words: ["-e", source], isByNpm: true })
  await untilReady(run, home)
  run.child.kill("SIGKILL")
  expect(await waitUntil(() => listProcessesOf(home).length === 0, 15)).toBe(true)
})

it("ends with one Ctrl-C in development too", async () => {
  const home = await usedHome()
  const run = launch({ home, port: await findFreePort(), words: [launcher, "--dev"] })
  await untilReady(run, home)
  run.child.kill("SIGINT")
  expect(await run.exitCode).toBe(0)
  expect(await waitUntil(() => listProcessesOf(home).length === 0, 5)).toBe(true)
})

it("takes a half started database along when it is stopped during its first start", async () => {
  const home = newHome()
  const run = launch({ home, port: await findFreePort() })
  expect(await waitUntil(() => existsSync(join(home, "postgres")), 25)).toBe(true)
  run.child.kill("SIGINT")
  await run.exitCode
  expect(await waitUntil(() => listProcessesOf(home).length === 0, 5)).toBe(true)
})

interface Launch {
  readonly home: string
  readonly port: number
  readonly words?: string[]
  readonly isByNpm?: boolean
}

interface Run {
  readonly child: ChildProcess
  readonly exitCode: Promise<number | null>
  output(): string
}

function launch({ home, port, words = [launcher], isByNpm = false }: Launch): Run {
  const child = spawn(process.execPath, words, {
    // Nothing of ours: no LANG above all.
    env: {
      PATH: "/usr/local/bin:/usr/bin:/bin",
      TZ: "Asia/Kathmandu",
      LOG_LEVEL: "info",
      HOSTWELL_DEMO_PAST: "no",
      HOSTWELL_HOME: home,
      PORT: String(port),
      ...(isByNpm ? { npm_lifecycle_event: "start" } : {}),
    },
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk
    })
  }
  const exitCode = new Promise<number | null>((resolve) => child.once("close", resolve))
  cleanups.push(async () => {
    child.kill("SIGTERM")
    await waitUntil(() => listProcessesOf(home).length === 0, 20)
  })
  return { child, exitCode, output: () => said }
}

async function untilReady(run: Run, home: string): Promise<{ url: string; pid: number }> {
  const isReady = async () => {
    if (run.child.exitCode !== null) throw new Error(`It ended before it was ready:\n${run.output()}`)
    const running = findRunning(home)
    return running !== undefined && (await isHealthy(running.url))
  }
  const running = (await waitUntil(isReady, 120)) ? findRunning(home) : undefined
  if (!running) throw new Error(`It did not get ready:\n${run.output()}`)
  return running
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )
}

function postmasterOf(home: string): number {
  return Number(readFileSync(join(home, "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0])
}

/** Every process that names this home in its arguments or, where the system shows it, in its environment. */
function listProcessesOf(home: string): number[] {
  if (!existsSync("/proc/self")) {
    const lines = execFileSync("/bin/ps", ["-axww", "-o", "pid=,command="], { encoding: "utf8" }).split("\n")
    return lines.filter((line) => line.includes(home)).map((line) => Number.parseInt(line, 10))
  }
  const known = strangers.get(home) ?? new Set()
  const others = new Set<number>()
  const ours: number[] = []
  for (const pid of readdirSync("/proc").map(Number)) {
    if (!(pid > 1)) continue
    const words = known.has(pid)
      ? "a stranger"
      : ["cmdline", "environ"].map((file) => readProcessFile(pid, file)).join("")
    if (words.includes(home)) ours.push(pid)
    // One without words may be on its way from one program to the next.
    else if (words !== "") others.add(pid)
  }
  strangers.set(home, others)
  return ours.filter(isAlive)
}

/**
 * Who was there at the last look and had nothing to do with a home: only children of ours ever come to, and they name it
 * from their birth. Reading about everybody anew twenty times a second took most of what this file costs.
 */
const strangers = new Map<string, ReadonlySet<number>>()

function readProcessFile(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8")
  } catch {
    // Gone, or somebody else's: not one of ours.
    return ""
  }
}

function newHome(): string {
  const home = makeHome()
  cleanups.push(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** As a company leaves it that has been started before: its first start is another test's, and takes longer. */
async function usedHome(): Promise<string> {
  const home = newHome()
  await fillUsedHome(home, inject("sharedPlace"), async (fresh) => {
    const run = launch({ home: fresh, port: 0 })
    await untilReady(run, fresh)
    run.child.kill("SIGTERM")
    await run.exitCode
  })
  return home
}

function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), "hostwell start "))
  chmodSync(home, 0o711)
  return home
}
