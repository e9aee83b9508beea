import { setTimeout as pause } from "node:timers/promises"
import { moveCompanyClock } from "#kit/clock/company-clock.ts"
import { monotonicMs } from "#kit/clock.ts"
import { createEventDispatcher } from "#kit/events/dispatcher.ts"
import { advanceThroughDays } from "#kit/sweeps/advance-through-days.ts"
import { playDueSweeps } from "#kit/sweeps/play-due-sweeps.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { attentive } from "#kit/work/attentive-actor.ts"
import type { Boundary } from "#kit/work/engine.ts"
import {
  createMemoryRunner,
  type MemoryRunnerOptions,
  type PlayedOut,
  type SimulatedActor,
} from "#kit/work/memory-runner.ts"
import { sendDueNotices } from "#sandbox/card.ts"
import type { Ground } from "../ground.ts"
import { listReactions } from "../reactions.ts"
import { sweeps } from "../sweeps.ts"
import { listTenantZones } from "../tenant-zones.ts"
import { listWorkKinds, listWorkTitles, openMailTransport, type Patience } from "../work.ts"
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
  | ({ readonly kind: "memory" } & Pick<
      MemoryRunnerOptions,
      "seed" | "workers" | "faults" | "crashAt" | "callTimeoutSeconds"
    > &
      Patience & { onPlayed?(played: PlayedOut): void })
  /** Processes of their own, started and killed by whoever opened the company. */
  | { readonly kind: "elsewhere" }

export interface Settling {
  /** How far the company's time may move to what is due next. Default: an hour. */
  readonly within?: Temporal.DurationLike
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
  if (options.kind === "memory") return openMemoryPlayer(options, parts)
  const { ground, at, lookout } = parts
  const worker =
    options.kind === "dbos"
      ? await startWorker(ground, {
          ...options,
          executorId: `trial-${process.pid}`,
          smtpUrl: parts.smtpUrl,
          nameServiceUrl: `${parts.url}/sandbox/names/dns-query`,
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
      travel(ground, duration, {
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

const MOST_TURNS = 200_000

function openMemoryPlayer(options: PlayerOptions & { kind: "memory" }, parts: PlayerParts): Player {
  const { ground, at } = parts
  const mail = openMailTransport(parts.smtpUrl)
  const { callTimeoutMs } = options
  const kinds = listWorkKinds(ground, mail, {
    nameServiceUrl: `${parts.url}/sandbox/names/dns-query`,
    ...(callTimeoutMs === undefined ? {} : { callTimeoutMs }),
  })
  const events = eventsActor(ground, listReactions(listWorkTitles(kinds), ground.keyring))
  const dispatcher = attentive(events, ground.clock)
  const gateway = attentive(noticesActor(parts), ground.clock)
  const listen = (text: string) => {
    if (text.includes("insert into events.events")) dispatcher.stir()
    if (text.includes('into "sandbox"."card_notices"')) gateway.stir()
  }
  parts.statements.add(listen)
  const runner = createMemoryRunner({
    ...ground,
    ...options,
    clock: at.clock,
    kinds,
    actors: [dispatcher, gateway],
  })
  const settleUntil = async (until: Temporal.Instant) => {
    const played = await runner.playOut({ until, mostTurns: MOST_TURNS })
    options.onPlayed?.(played)
  }
  return {
    settle: ({ within = DEFAULT_WITHIN } = {}) => settleUntil(later(ground, within)),
    travel: (duration) =>
      travel(ground, duration, { settleUntil, moveTo: async (moment) => at.clock.set(moment) }),
    nudge: () => settleUntil(ground.clock.now()),
    [Symbol.asyncDispose]: async () => {
      parts.statements.delete(listen)
      await runner.stop()
      mail.close()
    },
  }
}

/** Delivers one event in each of its turns, and may die before, in and after it. */
function eventsActor(ground: Ground, reactions: ReturnType<typeof listReactions>): SimulatedActor {
  let strikeNow = () => {}
  const dispatcher = createEventDispatcher({
    ...ground,
    reactions,
    random: () => 0.5,
    boundary: () => strikeNow(),
  })
  return {
    name: "events",
    act: (strike) => {
      strikeNow = strike
      return dispatcher.dispatchNext()
    },
    nextDue: dispatcher.nextDue,
  }
}

/** The gateway sends one notice in each of its turns. It is not ours, so it does not die with us. */
function noticesActor({ ground, url, lookout }: PlayerParts): SimulatedActor {
  const card = { ...ground, baseUrl: `${url}/sandbox/card` }
  return {
    name: "notices",
    act: async () => (await sendDueNotices(card, 1)) > 0,
    nextDue: () => lookout.nextNotice(),
  }
}

function later(ground: Ground, duration: Temporal.DurationLike): Temporal.Instant {
  return ground.clock.now().toZonedDateTimeISO("UTC").add(duration).toInstant()
}

async function travel(
  ground: Ground,
  duration: Temporal.DurationLike,
  by: {
    settleUntil(until: Temporal.Instant): Promise<void>
    moveTo(moment: Temporal.Instant): Promise<void>
  },
): Promise<void> {
  const zones = (await listTenantZones(ground)).map((tenant) => tenant.zone)
  await advanceThroughDays({
    from: ground.clock.now(),
    to: later(ground, duration),
    zones,
    // What comes due on the way happens at its own moment.
    moveTo: async (moment) => {
      await by.settleUntil(moment)
      await by.moveTo(moment)
    },
    settle: async (moment) => {
      await playDueSweeps({ ...ground, sweeps, listTenants: () => listTenantZones(ground) })
      await by.settleUntil(moment)
    },
  })
}
