import { AsyncLocalStorage } from "node:async_hooks"
import pg from "pg"
import { monotonicMs } from "#kit/clock.ts"
import type { StatementWatch } from "#kit/db.ts"
import type { SeededRandom } from "#kit/work/seeded-random.ts"

/** Runs several acts side by side and lets the seed decide which of their statements the database sees next. */
export interface Interleaver {
  /** For the database the acts use. Statements of nobody's act pass as they come. */
  readonly onStatement: StatementWatch
  /** Who waits for whom is asked of this database, until the watch is given up. */
  watch(databaseUrl: string): AsyncDisposable
  run(acts: readonly (() => Promise<unknown>)[], random: SeededRandom): Promise<Interleaved>
}

export interface Interleaved {
  readonly outcomes: readonly PromiseSettledResult<unknown>[]
  /** Whose statement came after whose, a letter for each: "aabba". */
  readonly order: string
}

interface Lane {
  readonly letter: string
  /** Statements that wait for their turn; more than one when the act asks several things together. */
  readonly parked: Parked[]
  backend: number | undefined
  isDone: boolean
  /** Its statement waits for a lock that another lane holds. */
  isLocked: boolean
  /** It is busy with something that is no statement, such as a call outside: the others don't wait for it. */
  isAway: boolean
}

interface Parked {
  readonly text: string
  goOn(): void
}

/** Silence after which the database is asked whether a lane waits for a lock. */
const LOOK_AFTER_MS = 2
/** Silence after which a lane that waits for no lock counts as away. */
const AWAY_AFTER_MS = 250
/** Nobody moves at all: the database itself finds a deadlock long before. */
const STUCK_AFTER_MS = 20_000
/** How likely it is that the one who just spoke goes on: drawn anew for every run, so that runs differ in grain. */
const GRAINS = [0, 0.5, 0.8, 0.93] as const

export function createInterleaver(): Interleaver {
  const lanes = new AsyncLocalStorage<Lane>()
  let moved = Promise.withResolvers<void>()
  let lookout: pg.Pool | undefined
  const move = () => {
    moved.resolve()
    moved = Promise.withResolvers()
  }
  const onStatement: StatementWatch = (text, backend) => {
    const lane = lanes.getStore()
    if (!lane || lane.isDone) return undefined
    return new Promise((resolve) => {
      Object.assign(lane, { backend, isLocked: false, isAway: false })
      lane.parked.push({ text, goOn: resolve })
      move()
    })
  }
  const begin = async (lane: Lane, act: () => Promise<unknown>) => {
    try {
      return await lanes.run(lane, act)
    } finally {
      lane.isDone = true
      move()
    }
  }
  return {
    onStatement,
    watch: (databaseUrl) => {
      const pool = new pg.Pool({
        connectionString: databaseUrl,
        max: 1,
        application_name: "hostwell interleaver",
      })
      // Ended together with the database it looks at: that a connection breaks then is nobody's loss.
      pool.on("error", () => {})
      lookout = pool
      return { [Symbol.asyncDispose]: () => pool.end() }
    },
    run: async (acts, random) => {
      const running = acts.map((_, index) => newLane(index))
      const ended = Promise.allSettled(running.map((lane, index) => begin(lane, acts[index] ?? rest)))
      const order = await takeTurns({
        lanes: running,
        random,
        nextMove: () => moved.promise,
        findLocked: (backends) => findLocked(lookout, backends),
      })
      return { outcomes: await ended, order }
    },
  }
}

async function rest(): Promise<void> {}

function newLane(index: number): Lane {
  const letter = String.fromCharCode("a".charCodeAt(0) + index)
  return { letter, parked: [], backend: undefined, isDone: false, isLocked: false, isAway: false }
}

interface Turns {
  readonly lanes: readonly Lane[]
  readonly random: SeededRandom
  nextMove(): Promise<void>
  findLocked(backends: readonly number[]): Promise<ReadonlySet<number>>
}

async function takeTurns(turns: Turns): Promise<string> {
  const { lanes, random } = turns
  const grain = GRAINS[random.below(GRAINS.length)] ?? 0
  let order = ""
  let last: Lane | undefined
  while (lanes.some((lane) => !lane.isDone)) {
    await standStill(turns)
    const ready = lanes.filter((lane) => lane.parked.length > 0)
    if (ready.length === 0) continue
    const goesOn = last && ready.includes(last) && random.happens(grain)
    last = goesOn ? last : ready[random.below(ready.length)]
    if (!last) continue
    const [statement] = last.parked.splice(random.below(last.parked.length), 1)
    order += last.letter
    // Locks fall with the transaction that held them: whoever waited for one may now be on its way.
    if (statement && /^(?:commit|rollback)/.test(statement.text)) {
      for (const lane of lanes) lane.isLocked = false
    }
    statement?.goOn()
  }
  return order
}

/** Until every lane has a statement to send, waits for a lock, is away or is done; and somebody can go on. */
async function standStill({ lanes, nextMove, findLocked: look }: Turns): Promise<void> {
  const beganMs = monotonicMs()
  for (;;) {
    const next = nextMove()
    const busy = lanes.filter((lane) => isBusy(lane))
    const isAnybodyReady = lanes.some((lane) => lane.parked.length > 0)
    if (busy.length === 0 && (isAnybodyReady || lanes.every((lane) => lane.isDone))) return
    if (await comesBefore(next, LOOK_AFTER_MS)) continue
    const silentMs = monotonicMs() - beganMs
    if (silentMs > STUCK_AFTER_MS) throw new Error(`Nobody moves: ${describe(lanes)}.`)
    const locked = await look(busy.flatMap((lane) => lane.backend ?? []))
    for (const lane of busy) {
      if (!isBusy(lane)) continue
      if (lane.backend !== undefined && locked.has(lane.backend)) lane.isLocked = true
      else if (silentMs > AWAY_AFTER_MS && isAnybodyReady) lane.isAway = true
    }
  }
}

function isBusy(lane: Lane): boolean {
  return !lane.isDone && lane.parked.length === 0 && !lane.isLocked && !lane.isAway
}

async function comesBefore(move: Promise<void>, ms: number): Promise<boolean> {
  const timer = Promise.withResolvers<boolean>()
  const handle = setTimeout(() => timer.resolve(false), ms)
  const hasCome = await Promise.race([move.then(() => true), timer.promise])
  clearTimeout(handle)
  return hasCome
}

async function findLocked(
  lookout: pg.Pool | undefined,
  backends: readonly number[],
): Promise<ReadonlySet<number>> {
  if (!lookout) throw new Error("The interleaver was not told which database to watch.")
  const found = await lookout.query<{ pid: number }>(
    "select distinct pid from pg_locks where not granted and pid = any($1)",
    [backends],
  )
  return new Set(found.rows.map((row) => row.pid))
}

function describe(lanes: readonly Lane[]): string {
  return lanes
    .map(({ letter, isDone, isLocked, isAway, parked }) => {
      const state = isDone ? "done" : isLocked ? "waits for a lock" : isAway ? "is away" : "is busy"
      return `${letter} ${parked.length > 0 ? "is ready" : state}`
    })
    .join(", ")
}
