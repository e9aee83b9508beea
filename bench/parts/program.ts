import { type ChildProcess, spawn } from "node:child_process"
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath, pathToFileURL } from "node:url"
import { compileCacheOf, ensureProgramBuild } from "#bin/program-build.mjs"
import { readMemoryMb } from "./memory.ts"

/** A program in a process of its own, so that it shares nothing with whoever measures it. */
export interface Program {
  readonly pid: number
  /** From the moment it was spawned to the moment it answered. */
  readonly startMs: number
  /** What it holds in memory now, in megabytes. */
  memoryMb(): number
  stop(): Promise<void>
}

export interface ProgramWish {
  /** A file, from the root, or text for `node -e`. */
  readonly file?: string
  readonly text?: string
  readonly words?: readonly string[]
  readonly settings?: Readonly<Record<string, string>>
  /** Started when this address answers with 200. */
  readonly answersAt: string
}

const root = fileURLToPath(new URL("../..", import.meta.url))
const START_LIMIT_MS = 180_000
const STOP_LIMIT_MS = 30_000

export async function startProgram(wish: ProgramWish): Promise<Program> {
  const startedMs = performance.now()
  // Into a file: whoever read it here would do so with the processor time that is being measured.
  const words = openWords()
  const child = spawn(process.execPath, argumentsOf(wish), {
    cwd: root,
    env: { ...process.env, ...wish.settings },
    stdio: ["ignore", words.file, words.file],
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${wish.file ?? "node -e"} could not be started.`)
  try {
    const startMs = await waitForAnswer(child, wish.answersAt, startedMs)
    const stop = () => stopChild(child).finally(words.close)
    return { pid, startMs, memoryMb: () => readMemoryMb(pid), stop }
  } catch (error) {
    await stopChild(child)
    throw new Error(`${(error as Error).message}\n${words.read()}`, { cause: error })
  }
}

/** The company as `npm start` runs it, without the supervisor around it. */
export async function startCompany(wish: {
  readonly port: number
  readonly home: string
  readonly path?: string
  readonly settings?: Readonly<Record<string, string>>
}): Promise<Program> {
  const file = await ensureProgramBuild()
  return startProgram({
    file,
    settings: {
      ...compileCacheOf(file),
      PORT: String(wish.port),
      HOSTWELL_HOME: wish.home,
      HOSTWELL_RATE_LIMITS: "no",
      HOSTWELL_DEMO_PAST: "no",
      // As in production: a line for each request.
      LOG_LEVEL: "info",
      ...wish.settings,
    },
    answersAt: `http://localhost:${wish.port}${wish.path ?? "/"}`,
  })
}

function argumentsOf({ file = "", text, words = [] }: ProgramWish): string[] {
  if (text !== undefined) return ["--input-type=module", "-e", text, ...words]
  const warnings = pathToFileURL(`${root}bin/known-warnings.mjs`).href
  return ["--import", warnings, resolve(root, file), ...words]
}

async function waitForAnswer(child: ChildProcess, url: string, startedMs: number): Promise<number> {
  while (performance.now() - startedMs < START_LIMIT_MS) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} before it answered.`)
    const isThere = await fetch(url, { headers: { "accept-language": "en" } }).then(
      async (answer) => (await answer.arrayBuffer(), answer.ok),
      // Nobody listens yet: the usual answer while a program starts.
      () => false,
    )
    if (isThere) return performance.now() - startedMs
    await pause(5)
  }
  throw new Error(`It did not answer at ${url} within ${START_LIMIT_MS / 1_000} seconds.`)
}

function openWords() {
  const directory = mkdtempSync(join(tmpdir(), "hostwell-bench-words-"))
  const path = join(directory, "words")
  const file = openSync(path, "a")
  return {
    file,
    read: () => readFileSync(path, "utf8").slice(-4_000),
    close: () => {
      closeSync(file)
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  child.kill("SIGTERM")
  // What it has in hand it finishes; a benchmark doesn't wait for it for ever.
  const patience = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS)
  await ended
  clearTimeout(patience)
}
