/** The only file that asks the machine for the time. Everyone else is handed a Clock. */
export interface Clock {
  now(): Temporal.Instant
  /** The same in milliseconds since 1970, for what is done for each request: an instant costs as much as all the rest. */
  nowMs(): number
  today(zone: string): Temporal.PlainDate
}

export interface MovableClock extends Clock {
  advance(duration: Temporal.DurationLike): void
  set(instant: Temporal.Instant): void
}

/** `offsetMs` is how far the company's time runs ahead of the machine's; zero in production. */
export function createClock(offsetMs: () => number): Clock {
  return clockOf(() => Date.now() + offsetMs())
}

export const machineClock: Clock = createClock(() => 0)

/** A clock that stands still until it is moved: for tests and simulations. */
export function createStillClock(start: string): MovableClock {
  let current = Temporal.Instant.from(start)
  return {
    ...clockOf(() => current.epochMilliseconds),
    now: () => current,
    advance: (duration) => {
      current = current.toZonedDateTimeISO("UTC").add(duration).toInstant()
    },
    set: (instant) => {
      current = instant
    },
  }
}

/** For libraries that speak Date. */
export function asDate(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds)
}

/** Milliseconds that only ever grow: for time-outs, breakers and measuring, never for business dates. */
export function monotonicMs(): number {
  return performance.now()
}

function clockOf(nowMs: () => number): Clock {
  const now = () => Temporal.Instant.fromEpochMilliseconds(nowMs())
  return { now, nowMs, today: (zone) => now().toZonedDateTimeISO(zone).toPlainDate() }
}
