import { randomUUID } from "node:crypto"
import { runWithAbortableDbRetries } from "@dbos-inc/dbos-sdk/internal/context"
import { DBOSExecutor } from "@dbos-inc/dbos-sdk/internal/dbos-executor"
import { WorkflowQueue } from "@dbos-inc/dbos-sdk/internal/wfqueue"
import { type Listener, SEGMENTS_CHANNEL } from "../listen.ts"
import { type Repeating, repeat } from "../repeat.ts"
import type { Engine } from "./engine.ts"
import { WORK_GENERATION } from "./generation.ts"
import { listQueuesWithWork, type QueueLimits } from "./queues.ts"

export interface Claiming {
  readonly listener: Listener
  /** Segments of one queue at once in this process, where the queue has no limit of its own. */
  readonly concurrency: number
  /** How long it sleeps when there is nothing and nothing is heard. */
  readonly restingMs: number
}

/** While there is work: whoever waits for a place in a queue has it this soon. */
const BUSY_MS = 50
const MOST_LANES = 3

/**
 * Takes segments out of the queues and has DBOS play them. DBOS's own loop asks every queue all the time; this one
 * sleeps until the database says that something was put in, and then asks only the queues that hold something.
 */
export function claimSegments(engine: Engine, { listener, concurrency, restingMs }: Claiming): Repeating {
  let isResting = true
  let hasHeard = false
  const loop = repeat({
    name: "looking for work",
    // Workers that were woken by the same news shall not go on in step.
    everyMs: () => (isResting ? restingMs : BUSY_MS * (0.8 + 0.4 * engine.random())),
    log: engine.log,
    body: async () => {
      hasHeard = false
      isResting = false
      let isFound = false
      try {
        isFound = await claimOnce(engine, concurrency)
      } finally {
        isResting = !isFound && !hasHeard
      }
    },
  })
  const unsubscribe = listener.subscribe(SEGMENTS_CHANNEL, () => {
    hasHeard = true
    // Otherwise the next look is so near that a flood of news need not make one each.
    if (isResting) void loop.wake()
  })
  return {
    wake: loop.wake,
    stop: () => {
      unsubscribe()
      return loop.stop()
    },
  }
}

/** Says whether there was anything to take, taken or not. */
async function claimOnce(engine: Engine, concurrency: number): Promise<boolean> {
  const found = await listQueuesWithWork(engine.database, WORK_GENERATION)
  const left = [...found]
  const claimOn = async () => {
    for (let queue = left.pop(); queue; queue = left.pop()) await claim(engine, queue, concurrency)
  }
  // When the house closes, DBOS may not go on asking a database that does not answer.
  await runWithAbortableDbRetries(engine.draining.signal, () =>
    Promise.all(Array.from({ length: MOST_LANES }, claimOn)),
  )
  return found.length > 0
}

async function claim(engine: Engine, limits: QueueLimits, concurrency: number): Promise<void> {
  const dbos = DBOSExecutor.globalInstance
  if (!dbos) throw new Error("DBOS has not been launched.")
  const queue = new WorkflowQueue(
    WorkflowQueue.recordFromParams(limits.name, parametersOf(limits, concurrency)),
  )
  const running = dbos.systemDatabase.countRunningWorkflowsForQueue(limits.name)
  const owner = randomUUID()
  try {
    const segments = await dbos.systemDatabase.findAndMarkStartableWorkflows(
      queue,
      dbos.executorID,
      WORK_GENERATION,
      undefined,
      running,
      0,
      owner,
    )
    await dbos.dispatchDequeuedWorkflows(segments, owner)
  } catch (error) {
    if (!isContention(error)) throw error
    engine.log.debug({ queue: limits.name }, "another worker is claiming from this queue")
  }
}

/**
 * Server queues share one budget over all processes; the others have only each process's own limit, because a shared
 * budget makes claiming processes wait for each other.
 */
function parametersOf({ concurrency, rate }: QueueLimits, ownConcurrency: number) {
  return {
    ...(concurrency === undefined
      ? { workerConcurrency: ownConcurrency }
      : { globalConcurrency: concurrency }),
    ...(rate ? { rateLimit: { limitPerPeriod: rate.most, periodSec: rate.periodSeconds } } : {}),
  }
}

/** Serialization failure, or a lock that is not to be had: the other one gets it. */
function isContention(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  return code === "40001" || code === "55P03"
}
