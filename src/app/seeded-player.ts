import type { MovableClock } from "#kit/clock.ts"
import { createEventDispatcher, eventsDue } from "#kit/events/dispatcher.ts"
import { advanceThroughDays } from "#kit/sweeps/advance-through-days.ts"
import type { Sweep } from "#kit/sweeps/define.ts"
import { playDueSweeps } from "#kit/sweeps/play-due-sweeps.ts"
import { attentive } from "#kit/work/attentive-actor.ts"
import {
  createMemoryRunner,
  type MemoryRunnerOptions,
  type PlayedOut,
  type SimulatedActor,
} from "#kit/work/memory-runner.ts"
import { noticesDue, sendDueNotices } from "#sandbox/card.ts"
import type { Ground } from "./ground.ts"
import { listReactions } from "./reactions.ts"
import { sweeps } from "./sweeps.ts"
import { listTenantZones } from "./tenant-zones.ts"
import { listWorkKinds, listWorkTitles, openMailTransport, type Patience } from "./work.ts"

/** What a seed decides of how a company's work is played. */
export type SeededPlay = Pick<
  MemoryRunnerOptions,
  "seed" | "workers" | "faults" | "crashAt" | "callTimeoutSeconds"
> &
  Patience & {
    onPlayed?(played: PlayedOut): void
    /** In one turn all events that wait, where nobody dies between them. Default: one. */
    readonly eventsATurn?: "one" | "all"
  }

export interface SeededPlayerParts {
  readonly ground: Ground
  /** The ground's own; nothing else moves it. */
  readonly clock: MovableClock
  /** Where the stand-ins answer, without "/sandbox". */
  readonly url: string
  readonly smtpUrl: string
  /** Whoever is in here hears every statement of the company. */
  readonly statements: Set<(text: string) => void>
  /** What a day is played with. Default: all there are. */
  readonly listSweeps?: () => readonly Sweep[]
}

export interface Settling {
  /** How far the company's time may move to what is due next. Default: an hour. */
  readonly within?: Temporal.DurationLike
}

export interface SeededPlayer extends AsyncDisposable {
  /** Until nothing is queued, undelivered or due. */
  settle(settling?: Settling): Promise<void>
  /** Day by day, with each day's sweeps. */
  travel(duration: Temporal.DurationLike): Promise<void>
}

const DEFAULT_WITHIN = { hours: 1 }
const MOST_TURNS = 200_000
/** Whatever may have changed what there is to play; that a sweep was played changes nothing by itself. */
const WRITES = /\b(insert into(?! sweeps\.)|update|delete from)\b/

/** A company's work, events and notices played by the seeded scheduler, in this process and in no time. */
export function openSeededPlayer(play: SeededPlay, parts: SeededPlayerParts): SeededPlayer {
  const { ground, clock, statements } = parts
  const mail = openMailTransport(parts.smtpUrl)
  const { callTimeoutMs } = play
  const kinds = listWorkKinds(ground, mail, {
    nameServiceUrl: `${parts.url}/sandbox/names/dns-query`,
    viesUrl: `${parts.url}/sandbox/vies`,
    ...(callTimeoutMs === undefined ? {} : { callTimeoutMs }),
  })
  const reactions = listReactions(listWorkTitles(kinds), ground.keyring)
  const events = eventsActor(ground, reactions, play.eventsATurn ?? "one")
  const dispatcher = attentive(events, clock)
  const gateway = attentive(noticesActor(parts), clock)
  let isUnchanged = false
  const listen = (text: string) => {
    if (WRITES.test(text)) isUnchanged = false
    if (text.includes("insert into events.events")) dispatcher.stir()
    if (text.includes('into "sandbox"."card_notices"')) gateway.stir()
  }
  statements.add(listen)
  const runner = createMemoryRunner({ ...ground, ...play, clock, kinds, actors: [dispatcher, gateway] })
  const settleUntil = async (until: Temporal.Instant) => {
    const played = await runner.playOut({ until, mostTurns: MOST_TURNS, isUnchanged })
    isUnchanged = true
    play.onPlayed?.(played)
  }
  return {
    settle: ({ within = DEFAULT_WITHIN } = {}) => settleUntil(later(ground, within)),
    travel: (duration) =>
      travelThroughDays(ground, duration, {
        settleUntil,
        moveTo: async (moment) => clock.set(moment),
        ...(parts.listSweeps ? { listSweeps: parts.listSweeps } : {}),
      }),
    [Symbol.asyncDispose]: async () => {
      statements.delete(listen)
      await runner.stop()
      mail.close()
    },
  }
}

export interface Traveller {
  settleUntil(until: Temporal.Instant): Promise<void>
  moveTo(moment: Temporal.Instant): Promise<void>
  listSweeps?(): readonly Sweep[]
}

/** Stops where a day begins for some tenant, and plays that day's sweeps there. */
export async function travelThroughDays(
  ground: Ground,
  duration: Temporal.DurationLike,
  by: Traveller,
): Promise<void> {
  // Nobody opens a shop while the others travel.
  const tenants = await listTenantZones(ground)
  const zones = tenants.map((tenant) => tenant.zone)
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
      const played = by.listSweeps?.() ?? sweeps
      if (played.length > 0) {
        await playDueSweeps({ ...ground, sweeps: played, listTenants: async () => tenants })
      }
      await by.settleUntil(moment)
    },
  })
}

export function later(ground: Ground, duration: Temporal.DurationLike): Temporal.Instant {
  return ground.clock.now().toZonedDateTimeISO("UTC").add(duration).toInstant()
}

/** Delivers one event in each of its turns, and may die before, in and after it; or all of them. */
function eventsActor(
  ground: Ground,
  reactions: ReturnType<typeof listReactions>,
  eventsATurn: "one" | "all",
): SimulatedActor {
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
      if (eventsATurn === "one") return dispatcher.dispatchNext()
      return dispatcher.dispatchAll().then((delivered) => delivered > 0)
    },
    due: eventsDue,
  }
}

/** The gateway sends one notice in each of its turns. It is not ours, so it does not die with us. */
function noticesActor({ ground, url }: SeededPlayerParts): SimulatedActor {
  const card = { ...ground, baseUrl: `${url}/sandbox/card` }
  return {
    name: "notices",
    act: async () => (await sendDueNotices(card, 1)) > 0,
    due: noticesDue,
  }
}
