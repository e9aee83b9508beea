import { type SQL, sql } from "drizzle-orm"
import type { MovableClock } from "../clock.ts"
import { type Boundary, Crashed, createEngine, type Engine, type EngineOptions } from "./engine.ts"
import { createGate, type Gate, type Playing, type Standing } from "./memory-gate.ts"
import { lookAtWork, type Playable } from "./memory-reads.ts"
import { playSegment } from "./play-segment.ts"
import { requeueOperations } from "./requeue.ts"
import type { WorkRunner } from "./runner.ts"
import { createSeededRandom, type SeededRandom } from "./seeded-random.ts"
import { wakeDueOperations } from "./take-over.ts"

export interface MemoryRunnerOptions
  extends Omit<EngineOptions, "executorId" | "random" | "boundary" | "measurePatience"> {
  readonly clock: MovableClock
  /** Decides everything: who goes next, what fails, how long pauses are. The same seed plays the same way. */
  readonly seed: number
  /** Processes playing side by side. Default 2. */
  readonly workers?: number
  /** None by default: then it is simply a quick runner, for seeding. */
  readonly faults?: SimulatedFaults
  /** A fault placed by hand instead of by the seed: true lets the process die there. */
  readonly crashAt?: (boundary: Boundary) => boolean
  /** Others who take turns with the work, such as the dispatcher of events. */
  readonly actors?: readonly SimulatedActor[]
}

export interface SimulatedFaults {
  /** At each boundary. */
  readonly chance: number
  /** In one run, so that it comes to an end. Default 3. */
  readonly most?: number
}

export interface SimulatedActor {
  readonly name: string
  /** Does one thing; false when there was nothing to do. `strike` may throw, as if its process died there. */
  act(strike: () => void): Promise<boolean>
  /** When it wants to act next, in the database's words: asked together with what work there is. */
  readonly due?: SQL
  /** What that look gave. */
  learn?(due: Temporal.Instant | undefined): void
}

export interface PlayOutOptions {
  /** Moves the clock to whatever is due next, up to this moment. Without it time stands still. */
  readonly until?: Temporal.Instant
  /** A run that does not come to rest is an error. Default 20,000. */
  readonly mostTurns?: number
  /** Nobody has written anything since it last came to rest: what was seen then is still so. */
  readonly isUnchanged?: boolean
}

export interface MemoryRunner extends WorkRunner {
  /** Plays until nothing is left to do. */
  playOut(options?: PlayOutOptions): Promise<PlayedOut>
}

export interface PlayedOut {
  readonly faults: number
  /** What was decided, turn by turn: for telling two runs apart, and for reading after a failure. */
  readonly story: readonly string[]
}

const DEFAULT_MOST_TURNS = 20_000
const DEFAULT_MOST_FAULTS = 3

/** Plays work by a seed instead of by the machine's moods, on the same tables in a real database. */
export function createMemoryRunner(options: MemoryRunnerOptions): MemoryRunner {
  const house = openHouse(options)
  return {
    playOut: async (limits = {}) => {
      house.story.length = 0
      house.faults = 0
      // Whoever had nothing to do when the last one ended may have by now.
      house.restingActors.clear()
      if (!limits.isUnchanged) await refresh(house)
      while (await takeTurn(house, limits)) {
        if (house.story.length > (limits.mostTurns ?? DEFAULT_MOST_TURNS)) {
          throw new Error(`No rest after ${house.story.length} turns: ${house.story.slice(-20).join(", ")}`)
        }
      }
      return { faults: house.faults, story: [...house.story] }
    },
    stop: async () => {
      for (const engine of house.engines.values()) engine.draining.abort()
    },
  }
}

interface House {
  readonly options: MemoryRunnerOptions
  readonly random: SeededRandom
  readonly gate: Gate
  readonly engines: Map<string, Engine>
  readonly story: string[]
  readonly playing: Set<Playing>
  readonly startsByQueue: Map<string, Temporal.Instant[]>
  readonly restingActors: Set<string>
  playable: readonly Playable[]
  /** When the first of what is parked comes due. As of the last look: whatever changes it is followed by one. */
  parked: Temporal.Instant | undefined
  /** The same of the actors. */
  dues: readonly (Temporal.Instant | undefined)[]
  faults: number
  born: number
}

function openHouse(options: MemoryRunnerOptions): House {
  const house: House = {
    options,
    random: createSeededRandom(options.seed),
    gate: createGate({
      crashesBeforeCommit: (boundary) => options.crashAt?.(boundary) || isStruck(house),
    }),
    engines: new Map(),
    story: [],
    playing: new Set(),
    startsByQueue: new Map(),
    restingActors: new Set(),
    playable: [],
    parked: undefined,
    dues: [],
    faults: 0,
    born: 0,
  }
  for (let worker = 0; worker < (options.workers ?? 2); worker++) bear(house)
  return house
}

function bear(house: House): void {
  house.born += 1
  const executorId = `worker-${house.born}`
  const { random, gate, options } = house
  const { boundary, measurePatience } = gate
  const engine = createEngine({ ...options, executorId, random: random.next, boundary, measurePatience })
  house.engines.set(executorId, engine)
}

function isStruck(house: House): boolean {
  const { faults } = house.options
  if (!faults || house.faults >= (faults.most ?? DEFAULT_MOST_FAULTS)) return false
  if (!house.random.happens(faults.chance)) return false
  house.faults += 1
  return true
}

/** One decision of the seed. False when there is nothing left that could be done. */
async function takeTurn(house: House, limits: PlayOutOptions): Promise<boolean> {
  const held = new Set<string>()
  for (const { isZombie, segment } of house.playing) if (!isZombie) held.add(segment.operationId)
  const free = house.playable.filter((playable) => !held.has(playable.segment.operationId))
  const turns = [
    ...house.gate.standing.map((standing) => () => goOn(house, standing)),
    ...free
      .filter((playable) => playable.executor === null && !blockedUntil(house, playable))
      .map((playable) => () => start(house, playable)),
    ...free.filter((playable) => playable.executor !== null).map((lost) => () => findLost(house, lost)),
    ...(house.options.actors ?? [])
      .filter((actor) => !house.restingActors.has(actor.name))
      .map((actor) => () => letAct(house, actor)),
  ]
  const turn = turns[house.random.below(turns.length)]
  if (!turn) return moveTime(house, limits)
  await turn()
  return true
}

async function goOn(house: House, standing: Standing): Promise<void> {
  const { playing, boundary } = standing
  if (house.options.crashAt?.(boundary)) return crash(house, standing)
  if (!playing.isZombie && isStruck(house)) {
    return house.random.happens(0.5) ? crash(house, standing) : stall(house, standing)
  }
  house.story.push(`${playing.executorId} goes on after ${boundary.at} ${boundary.step ?? ""}`)
  await house.gate.run(playing, standing.goOn)
  await lookAround(house, playing)
}

async function start(house: House, playable: Playable): Promise<void> {
  const { segment, queue } = playable
  const engines = [...house.engines.values()]
  const engine = engines[house.random.below(engines.length)]
  if (!engine) return
  const playing: Playing = { segment, queue, executorId: engine.executorId, isZombie: false }
  house.story.push(`${engine.executorId} begins segment ${segment.segment}`)
  house.playing.add(playing)
  house.startsByQueue.set(queue, [...(house.startsByQueue.get(queue) ?? []), house.options.clock.now()])
  await house.gate.run(playing, async () => {
    await playSegment(engine, segment)
    house.playing.delete(playing)
  })
  await lookAround(house, playing)
}

/** Others need to look again only once something was committed. */
async function lookAround(house: House, playing: Playing): Promise<void> {
  const standing = house.gate.standing.find((other) => other.playing === playing)
  if (!standing || standing.boundary.at === "after-commit") house.restingActors.clear()
  if (!standing) await refresh(house)
}

/** A whole process dies: every play in it ends where it stands, and another process is born. */
async function crash(house: House, { playing, boundary }: Standing): Promise<void> {
  const { executorId } = playing
  house.story.push(`${executorId} dies at ${boundary.at} ${boundary.step ?? ""}`)
  house.engines.delete(executorId)
  bear(house)
  const dying = house.gate.standing.filter((standing) => standing.playing.executorId === executorId)
  for (const standing of dying) await house.gate.run(standing.playing, standing.crash)
  await refresh(house)
}

/** A process that everybody takes for dead, and that goes on later all the same. */
async function stall(house: House, { playing, boundary }: Standing): Promise<void> {
  house.story.push(`${playing.executorId} stalls at ${boundary.at} ${boundary.step ?? ""}`)
  playing.isZombie = true
  await refresh(house)
}

/** Work that nobody holds any more: the same segment is recovered, or the sweep gives it a new one. */
async function findLost(house: House, lost: Playable): Promise<void> {
  if (house.random.happens(0.3)) return start(house, lost)
  house.story.push("take-over")
  const { database, clock } = house.options
  await database.transact(lost.segment.tenant, (db) =>
    requeueOperations(db, {
      operationIds: [lost.segment.operationId],
      now: clock.now(),
      when: sql`play = ${lost.play} and due_at is null and state in ('running', 'undoing')`,
      isTakeOver: true,
    }),
  )
  await refresh(house)
}

async function letAct(house: House, actor: SimulatedActor): Promise<void> {
  house.story.push(actor.name)
  const strike = () => {
    if (isStruck(house)) throw new Crashed(actor.name)
  }
  const hasActed = await actor.act(strike).catch((error: unknown) => {
    if (error instanceof Crashed) return true
    throw error
  })
  if (!hasActed) house.restingActors.add(actor.name)
  else await refresh(house)
}

/** Everybody rests: on to the next moment at which something is due. */
async function moveTime(house: House, limits: PlayOutOptions): Promise<boolean> {
  const { clock } = house.options
  const { parked, dues } = house
  const moments = [parked, ...dues, ...house.playable.map((playable) => blockedUntil(house, playable))]
  const [next] = moments.filter((moment) => moment !== undefined).sort(Temporal.Instant.compare)
  if (!next) return false
  const now = clock.now()
  if (Temporal.Instant.compare(next, now) > 0) {
    if (!limits.until || Temporal.Instant.compare(next, limits.until) > 0) return false
    clock.set(next)
  }
  house.story.push(`time ${clock.now()}`)
  house.restingActors.clear()
  const engine = house.engines.values().next().value
  if (!engine || !parked || Temporal.Instant.compare(parked, clock.now()) > 0) return true
  await wakeDueOperations(engine)
  await refresh(house)
  return true
}

async function refresh(house: House): Promise<void> {
  const { database, actors = [] } = house.options
  const timely = actors.filter(({ due }) => due)
  const { dues, ...work } = await lookAtWork(
    database,
    timely.flatMap(({ due }) => due ?? []),
  )
  for (const [index, actor] of timely.entries()) actor.learn?.(dues[index])
  Object.assign(house, { ...work, dues })
}

/** When its queue lets it start; undefined when it may start now. A full queue waits for a play, not for time. */
function blockedUntil(house: House, playable: Playable): Temporal.Instant | undefined {
  const { queue, concurrency, rate } = playable
  const now = house.options.clock.now()
  const running = [...house.playing].filter((playing) => playing.queue === queue)
  if (concurrency !== null && running.length >= concurrency) return now
  if (!rate) return undefined
  const oldest = (house.startsByQueue.get(queue) ?? []).at(-rate.most)
  const end = oldest?.add({ seconds: rate.periodSeconds })
  return end && Temporal.Instant.compare(now, end) < 0 ? end : undefined
}
