import { setTimeout as pause } from "node:timers/promises"
import { moveCompanyClock } from "#kit/clock/company-clock.ts"
import { monotonicMs } from "#kit/clock.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import type { Boundary } from "#kit/work/engine.ts"
import type { Ground } from "../ground.ts"
import {
  later,
  openSeededPlayer,
  type SeededPlay,
  type Settling as SeededSettling,
  travelThroughDays,
} from "../seeded-player.ts"
import { startWorker } from "../worker.ts"
import type { Lookout } from "./company-books.ts"

/** Who plays the company's work. */
export type PlayerOptions =
  /** A worker in this process, as the program runs it. One at a time: DBOS is one per process. */
  | {
      readonly kind: "dbos"
      boundary?(boundary: Boundary): Promise<void> | void
      readonly silentSeconds?: number
    }
  /** The seeded scheduler: nothing moves but in its turns. */
  | ({ readonly kind: "memory" } & SeededPlay)
  /** Processes of their own, started and killed by whoever opened the company. */
  | { readonly kind: "elsewhere" }

export interface Settling extends SeededSettling {
  /** Machine time after which it is an error. */
  readonly withinMs?: number
}

export interface Player extends AsyncDisposable {
  settle(settling?: Settling): Promise<void>
  travel(duration: Temporal.DurationLike): Promise<void>
  /** Lets whatever can happen now happen. */
  nudge(): Promise<void>
}

export interface PlayerParts {
  readonly ground: Ground
  readonly at: TestDatabase
  readonly url: string
  readonly smtpUrl: string
  readonly lookout: Lookout
  /** Hears every statement of the company. */
  readonly statements: Set<(text: string) => void>
}

const DEFAULT_WITHIN = { hours: 1 }
const DEFAULT_WITHIN_MS = 60_000

export async function openPlayer(options: PlayerOptions, parts: PlayerParts): Promise<Player> {
  if (options.kind === "memory") {
    const player = openSeededPlayer(options, { ...parts, clock: parts.at.clock })
    return { ...player, nudge: () => player.settle({ within: { seconds: 0 } }) }
  }
  const { ground, at, lookout } = parts
  const worker =
    options.kind === "dbos"
      ? await startWorker(ground, {
          ...options,
          executorId: `trial-${process.pid}`,
          smtpUrl: parts.smtpUrl,
          nameServiceUrl: `${parts.url}/sandbox/names/dns-query`,
          viesUrl: `${parts.url}/sandbox/vies`,
        })
      : undefined
  const moveTo = async (moment: Temporal.Instant) => {
    if (options.kind === "dbos") at.clock.set(moment)
    else {
      const behindMs = moment.epochMilliseconds - ground.clock.now().epochMilliseconds
      if (behindMs > 0) await moveCompanyClock(ground.database, behindMs)
      await ground.refreshClock()
    }
  }
  const settleUntil = async (until: Temporal.Instant, withinMs: number) => {
    const endMs = monotonicMs() + withinMs
    for (;;) {
      await worker?.wake()
      const next = await waitForQuiet({ ground, lookout, endMs })
      if (!next || Temporal.Instant.compare(next, until) > 0) return
      await moveTo(next)
    }
  }
  return {
    settle: ({ within = DEFAULT_WITHIN, withinMs = DEFAULT_WITHIN_MS } = {}) =>
      settleUntil(later(ground, within), withinMs),
    travel: (duration) =>
      travelThroughDays(ground, duration, {
        settleUntil: (until) => settleUntil(until, DEFAULT_WITHIN_MS),
        moveTo,
      }),
    nudge: async () => worker?.wake(),
    [Symbol.asyncDispose]: async () => worker?.stop(),
  }
}

interface Waiting {
  readonly ground: Ground
  readonly lookout: Lookout
  readonly endMs: number
}

const LOOK_EVERY_MS = 20
/** A notice that is still under way after this was delayed on purpose, or its sender is gone. */
const UNDER_WAY_MS = 2_000

/** Until nothing can happen any more before time moves on. Answers when that would be. */
async function waitForQuiet({ ground, lookout, endMs }: Waiting): Promise<Temporal.Instant | undefined> {
  let waitingSinceMs: number | undefined
  for (;;) {
    const now = ground.clock.now()
    const { inHand, underWay, nextDue } = await lookout.stand(now)
    if (inHand === 0 && underWay === 0) return nextDue
    if (inHand > 0) waitingSinceMs = undefined
    else {
      waitingSinceMs ??= monotonicMs()
      if (monotonicMs() - waitingSinceMs > UNDER_WAY_MS) return nextDue
    }
    if (monotonicMs() > endMs) throw new Error(`No rest: ${await lookout.describeWork()}`)
    await pause(LOOK_EVERY_MS)
  }
}
