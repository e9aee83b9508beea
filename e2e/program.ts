import { spawn } from "node:child_process"
import { rm } from "node:fs/promises"
import { resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { findFreePort } from "#kit/testing/free-port.ts"
import { fillUsedHome, makeHome } from "#kit/testing/used-home.ts"

export interface Program extends AsyncDisposable {
  readonly url: string
  /** Everything it said so far. */
  output(): string
}

export interface ProgramWish {
  /** Among tests that share one, its home was used once before: only the first start makes a database. */
  readonly sharedPlace?: string | undefined
  readonly settings?: Readonly<Record<string, string>>
}

const READY_WITHIN_MS = 180_000
const STOP_WITHIN_MS = 45_000

/**
 * `npm start` as a newcomer runs it: a home of its own, a free port, the demo company, stand-ins and worker in it.
 */
export async function startProgram(wish: ProgramWish = {}): Promise<Program> {
  const { sharedPlace, settings = {} } = wish
  const home = makeHome()
  if (sharedPlace) await fillUsedHome(home, sharedPlace, async (fresh) => (await startIn(fresh)).stop())
  const { url, output, stop } = await startIn(home, settings)
  return {
    url,
    output,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function startIn(home: string, settings: ProgramWish["settings"] = {}) {
  const port = await findFreePort()
  const child = spawn(process.execPath, [resolve(import.meta.dirname, "../bin/start.mjs")], {
    env: {
      ...plainEnvironment(),
      HOSTWELL_HOME: home,
      PORT: String(port),
      LOG_LEVEL: "warn",
      // The demo company on its first day: each test knows what it put there.
      HOSTWELL_DEMO_PAST: "no",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (words: string) => {
      said = `${said}${words}`.slice(-100_000)
    })
  }
  const ended = new Promise<void>((resolveEnded) => child.once("exit", () => resolveEnded()))
  const stop = async () => {
    child.kill("SIGTERM")
    await Promise.race([ended, pause(STOP_WITHIN_MS, undefined, { ref: false })])
    if (child.exitCode === null && child.signalCode === null) throw new Error(`It does not stop:\n${said}`)
  }
  for (let waited = 0; !said.includes("Hostwell is ready"); waited += 50) {
    if (child.exitCode !== null || waited > READY_WITHIN_MS) {
      if (child.exitCode === null) await stop()
      throw new Error(`The program did not start:\n${said}`)
    }
    await pause(50)
  }
  return { url: `http://localhost:${port}`, output: () => said, stop }
}

/** Nothing of the test runner's own settings, which would make it another program. */
function plainEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "LANG", "TMPDIR", "TEMP", "USER"]
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}
