import { DBOS, type DLogger } from "@dbos-inc/dbos-sdk"
import type { Log } from "../context.ts"
import { repeat } from "../repeat.ts"
import { createEngine, type Engine, type EngineOptions } from "./engine.ts"
import { DBOS_APPLICATION, SEGMENT_WORKFLOW, WORK_GENERATION } from "./generation.ts"
import { playSegment } from "./play-segment.ts"
import { listQueues, type QueueLimits } from "./queues.ts"
import type { WorkRunner } from "./runner.ts"
import { DEFAULT_QUEUE } from "./start-work.ts"
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
  /** The least time between two looks into one queue. Trials with many processes on one machine look less often. */
  readonly pollingMs?: number
}

export interface DbosRunner extends WorkRunner {
  /** Looks for parked work that is due, at once: after the clock was moved. */
  wake(): Promise<void>
  /** Looks for lost work at once. */
  takeOver(): Promise<void>
}

const DEFAULT_CONCURRENCY = 20
const DEFAULT_SILENT_SECONDS = 15
const DEFAULT_GRACE_MS = 10_000
const DEFAULT_POLLING_MS = 50

/** The runner of a running company. DBOS is one per process, so this is too. */
export async function startDbosRunner(options: DbosRunnerOptions): Promise<DbosRunner> {
  const engine = createEngine(options)
  const silentSeconds = options.silentSeconds ?? DEFAULT_SILENT_SECONDS
  await beat(engine)
  await launchDbos(engine)
  const { concurrency = DEFAULT_CONCURRENCY, pollingMs = DEFAULT_POLLING_MS } = options
  const queues = createQueueKeeper(engine, { concurrency, pollingMs })
  await queues.sync()
  const { log } = engine
  const loops = {
    beat: repeat({ name: "heartbeat", everyMs: silentSeconds * 200, log, body: () => beat(engine) }),
    queues: repeat({ name: "queues", everyMs: 1_000, log, body: queues.sync }),
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
      // The last to fall silent: a long grace must not look like a death.
      await lastBeat.stop()
      await signOff(engine)
    },
  }
}

async function launchDbos(engine: Engine): Promise<void> {
  const { log } = engine
  DBOS.setConfig({
    name: DBOS_APPLICATION,
    systemDatabaseUrl: engine.database.url,
    systemDatabasePoolSize: 6,
    runMigrations: false,
    applicationVersion: WORK_GENERATION,
    executorID: engine.executorId,
    logger: quiet(log),
  })
  DBOS.registerWorkflow(
    (tenant: string, operationId: string, segment: number) =>
      playSegment(engine, { tenant, operationId, segment }),
    { name: SEGMENT_WORKFLOW },
  )
  await DBOS.launch()
}

/**
 * Keeps DBOS's queues like ours. Server queues share one budget over all processes; the others have only each
 * process's own limit, because a shared budget makes claiming processes wait for each other.
 */
function createQueueKeeper(engine: Engine, own: Pacing) {
  const registered = new Map<string, string>()
  const sync = async (): Promise<void> => {
    const found = await engine.database.transactAcrossTenants(listQueues)
    const queues = found.some((queue) => queue.name === DEFAULT_QUEUE)
      ? found
      : [{ name: DEFAULT_QUEUE }, ...found]
    for (const queue of queues) {
      const parameters = parametersOf(queue, { ...own, queues: queues.length })
      const words = JSON.stringify(parameters)
      if (registered.get(queue.name) === words) continue
      await DBOS.registerQueue(queue.name, { ...parameters, onConflict: "always_update" })
      registered.set(queue.name, words)
    }
  }
  return { sync }
}

interface Pacing {
  readonly concurrency: number
  readonly pollingMs: number
}

/** Every queue costs a statement per poll: 50 ms while there are few, up to a second when there are hundreds. */
function parametersOf(queue: QueueLimits, own: Pacing & { readonly queues: number }) {
  const pollingMs = Math.min(Math.max(own.pollingMs, 10 * own.queues), 1_000)
  return {
    minPollingIntervalMs: Math.round(pollingMs / 50) * 50,
    ...(queue.concurrency === undefined
      ? { workerConcurrency: own.concurrency }
      : { globalConcurrency: queue.concurrency }),
    ...(queue.rate
      ? { rateLimit: { limitPerPeriod: queue.rate.most, periodSec: queue.rate.periodSeconds } }
      : {}),
  }
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
