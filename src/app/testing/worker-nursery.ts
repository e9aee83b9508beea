import { type ChildProcess, spawn } from "node:child_process"
import { mkdir, rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import type { Aim, Report, Strike, Wound } from "./trial-strike.ts"
import type { WorkerOrders, WorkerWish } from "./trial-worker.ts"
import { buildWorkerSnapshot } from "./worker-snapshot.ts"

/** Worker processes for trials: loaded once, so that each is there in a moment, and raised ahead of need. */
export interface Nursery extends AsyncDisposable {
  start(orders: WorkerOrders): Promise<WorkerProcess>
}

export interface WorkerProcess {
  readonly orders: WorkerOrders
  /** Places it has passed so far; true for those right before a commit. */
  readonly met: ReadonlyMap<string, boolean>
  /** The blows that fell and that nobody has taken note of yet. */
  readonly struck: ({ readonly strike: Strike } & Wound)[]
  aim(aim: Aim): void
  /** Looks at once for what has become due. */
  wake(): void
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>
  isAlive(): boolean
  /** Lets it finish or hand over, and go. */
  stop(): Promise<void>
}

const SHORT_LIVED = [
  // The durable work library hands pg two queries at once on one connection, which pg calls deprecated.
  "--no-deprecation",
  // It dies within seconds: compiling well what will never run again is a third of what it would cost.
  "--no-opt",
  "--no-maglev",
  "--min-semi-space-size=32",
  "--max-semi-space-size=64",
]

const ROOT = resolve(import.meta.dirname, "../../..")

export async function openNursery(options: { readonly size?: number } = {}): Promise<Nursery> {
  const directory = join(ROOT, "node_modules", ".cache", `hostwell-trial-${process.pid}-${nurseries++}`)
  await mkdir(directory, { recursive: true })
  const snapshot = await buildWorkerSnapshot(directory)
  const waiting: Raised[] = []
  const living = new Set<ChildProcess>()
  const refill = () => {
    while (waiting.length < (options.size ?? 2)) waiting.push(raise(snapshot, living))
  }
  refill()
  return {
    start: async (orders) => {
      const raised = waiting.shift() ?? raise(snapshot, living)
      refill()
      await raised.here
      return send(raised, orders)
    },
    [Symbol.asyncDispose]: async () => {
      const gone = [...living].map((child) => new Promise((over) => child.once("exit", over)))
      for (const child of living) child.kill("SIGKILL")
      await Promise.all(gone)
      await rm(directory, { recursive: true, force: true })
    },
  }
}

let nurseries = 0

interface Raised {
  readonly child: ChildProcess
  readonly here: Promise<void>
}

function raise(snapshot: string, living: Set<ChildProcess>): Raised {
  const child = spawn(process.execPath, [...SHORT_LIVED, "--snapshot-blob", snapshot], {
    cwd: ROOT,
    // In a session of its own: Ctrl-C is for the trial, which ends its workers itself.
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc", "pipe"],
  })
  living.add(child)
  child.once("exit", () => living.delete(child))
  return { child, here: nextMessage(child) }
}

async function send({ child }: Raised, orders: WorkerOrders): Promise<WorkerProcess> {
  const met = new Map<string, boolean>()
  const struck: ({ strike: Strike } & Wound)[] = []
  const reports = createInterface({ input: child.stdio[4] as Readable })
  reports.on("line", (line) => {
    const said = JSON.parse(line) as Report
    if ("met" in said) met.set(said.met, said.commits)
    else struck.push({ strike: said.struck, subject: said.subject, atEpochMs: said.atEpochMs })
  })
  // Gone means: the process ended and its last words were read.
  const ended = Promise.all([
    new Promise<void>((over) => child.once("exit", () => over())),
    new Promise<void>((over) => reports.once("close", () => over())),
  ]).then(() => {})
  const isAlive = () => child.exitCode === null && child.signalCode === null
  // Whoever died meanwhile hears nothing, and that is all right.
  const tell = (wish: WorkerWish) => void (child.connected && child.send(wish, () => {}))
  const working = nextMessage(child)
  child.send(orders)
  // It may well die before it says that it works.
  await Promise.race([working, ended])
  return {
    orders,
    met,
    struck,
    aim: (aim) => tell({ aim }),
    wake: () => tell({ wake: true }),
    ended,
    isAlive,
    stop: async () => {
      tell({ leave: true })
      await ended
    },
  }
}

function nextMessage(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once("message", () => resolve()))
}
