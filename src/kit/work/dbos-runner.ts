import { DBOS, type DLogger } from "@dbos-inc/dbos-sdk"
import pg from "pg"
import type { Log } from "../context.ts"
import type { Listener } from "../listen.ts"
import { repeat } from "../repeat.ts"
import { claimSegments } from "./claim-segments.ts"
import { createEngine, type Engine, type EngineOptions } from "./engine.ts"
import { DBOS_APPLICATION, SEGMENT_WORKFLOW, WORK_GENERATION } from "./generation.ts"
import { playSegment } from "./play-segment.ts"
import type { WorkRunner } from "./runner.ts"
import {
  beat,
  forgetEnded,
  handOverInFlight,
  releaseDeadSegments,
  signOff,
  takeOverLostOperations,
  wakeDueOperations,
} from "./take-over.ts"

export interface DbosRunnerOptions extends EngineOptions {
  /** Segments of one queue at once in this process. */
  readonly concurrency?: number
  /** An executor silent for longer has lost its work. At least five beats. */
  readonly silentSeconds?: number
  /** Hears at once when there is something to play. */
  readonly listener: Listener
  /** How long it sleeps at most when it hears nothing. */
  readonly restingMs?: number
}

export interface DbosRunner extends WorkRunner {
  /** Looks for parked work that is due, at once: after the clock was moved. */
  wake(): Promise<void>
  /** Looks for lost work at once. */
  takeOver(): Promise<void>
}

const DEFAULT_CONCURRENCY = 20
const DEFAULT_SILENT_SECONDS = 15
/** New work announces itself; this finds what a broken connection did not hear of. */
const DEFAULT_RESTING_MS = 1_000
const DEFAULT_GRACE_MS = 10_000

/** The runner of a running company. DBOS is one per process, so this is too. */
export async function startDbosRunner(options: DbosRunnerOptions): Promise<DbosRunner> {
  const engine = createEngine(options)
  const silentSeconds = options.silentSeconds ?? DEFAULT_SILENT_SECONDS
  await beat(engine)
  const connections = openConnections(engine)
  await launchDbos(engine, connections)
  const { concurrency = DEFAULT_CONCURRENCY, restingMs = DEFAULT_RESTING_MS, listener } = options
  const { log } = engine
  const loops = {
    beat: repeat({ name: "heartbeat", everyMs: silentSeconds * 200, log, body: () => beat(engine) }),
    claim: claimSegments(engine, { listener, concurrency, restingMs }),
    wake: repeat({
      name: "waking due work",
      everyMs: 1_000,
      log,
      body: async () => void (await wakeDueOperations(engine)),
    }),
    takeOver: repeat({
      name: "taking over lost work",
      everyMs: (silentSeconds * 1_000) / 3,
      log,
      body: async () => {
        await takeOverLostOperations(engine, { silentSeconds })
        await releaseDeadSegments(engine, { silentSeconds })
      },
    }),
    forget: repeat({
      name: "forgetting ended segments",
      everyMs: 600_000,
      log,
      body: async () => void (await forgetEnded(engine)),
    }),
  }
  return {
    wake: () => loops.wake.wake(),
    takeOver: () => loops.takeOver.wake(),
    stop: async (stopping = {}) => {
      // First of all: from here on no play begins another step.
      engine.draining.abort()
      const { beat: lastBeat, ...others } = loops
      await Promise.all(Object.values(others).map((loop) => loop.stop()))
      await finishOrHandOver(engine, stopping.graceMs ?? DEFAULT_GRACE_MS)
      await connections.end()
      // The last to fall silent: a long grace must not look like a death.
      await lastBeat.stop()
      await signOff(engine)
    },
  }
}

/**
 * DBOS's own connections have nobody who hears of their end in the moment between being opened and being lent: a
 * database that died just then took the program along. Of these somebody hears from the first to the last moment, and
 * what DBOS would set on each by a statement goes along with the greeting.
 */
function openConnections({ database, log }: Engine): pg.Pool {
  const url = new URL(database.url)
  const options = url.searchParams.get("options") ?? ""
  url.searchParams.set("options", `${options} -c idle_in_transaction_session_timeout=60000`.trim())
  const pool = new pg.Pool({ connectionString: url.toString(), max: 6, application_name: "hostwell work" })
  pool.on("error", (error) => log.warn({ error: error.message }, "an idle connection of the work broke"))
  pool.on("connect", (client) => client.on("error", () => {}))
  return pool
}

async function launchDbos(engine: Engine, connections: pg.Pool): Promise<void> {
  const { log } = engine
  DBOS.setConfig({
    name: DBOS_APPLICATION,
    systemDatabaseUrl: engine.database.url,
    systemDatabasePool: connections,
    runMigrations: false,
    applicationVersion: WORK_GENERATION,
    executorID: engine.executorId,
    // None: what our queues hold is claimed by us.
    listenQueues: [],
    logger: quiet(log),
  })
  DBOS.registerWorkflow(
    (tenant: string, operationId: string, segment: number) =>
      playSegment(engine, { tenant, operationId, segment }),
    { name: SEGMENT_WORKFLOW },
  )
  await DBOS.launch()
}

/** Plays at a step boundary hand over by themselves; what is still in a call when the grace ends is given away. */
async function finishOrHandOver(engine: Engine, graceMs: number): Promise<void> {
  await DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: graceMs })
  await handOverInFlight(engine)
  engine.halting.abort()
}

function quiet(log: Log): DLogger {
  const words = (entry: unknown) => (entry instanceof Error ? entry.message : String(entry))
  return {
    // DBOS tells much about its own start; for us that is detail.
    info: (entry) => log.debug({ dbos: words(entry) }),
    debug: (entry) => log.debug({ dbos: words(entry) }),
    warn: (entry) => log.warn({ dbos: words(entry) }),
    error: (entry) => log.error({ dbos: words(entry) }),
  }
}
