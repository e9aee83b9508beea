import type { Clock } from "../clock.ts"

export interface AdvanceParts {
  readonly clock: Clock
  moveBy(milliseconds: number): Promise<void>
  /** Plays every sweep that has become due, for the whole company. */
  playSweeps(): Promise<void>
  /** Until nothing is queued, running or undelivered any more: a day must end before the next one begins. */
  settle(): Promise<void>
  onDay?(day: Temporal.Instant): void
}

const DAY_MS = 86_400_000

/** Plays the days one after the other, so that what is due on Tuesday happens before what is due on Friday. */
export async function advanceClock(parts: AdvanceParts, duration: Temporal.Duration): Promise<void> {
  const start = parts.clock.now()
  const target = start.toZonedDateTimeISO("UTC").add(duration).toInstant()
  for (;;) {
    const now = parts.clock.now()
    const restMs = target.epochMilliseconds - now.epochMilliseconds
    if (restMs <= 0) return
    await parts.moveBy(Math.min(DAY_MS, restMs))
    await parts.playSweeps()
    await parts.settle()
    parts.onDay?.(parts.clock.now())
  }
}

const UNITS = { m: "minutes", h: "hours", d: "days", w: "weeks", mo: "months", y: "years" } as const

/** "35d", "2w", "90m", "1mo": what a person types. */
export function parseDuration(text: string): Temporal.Duration | undefined {
  const match = /^(\d{1,4})(mo|m|h|d|w|y)$/.exec(text.trim())
  if (!match) return undefined
  const unit = UNITS[match[2] as keyof typeof UNITS]
  return Temporal.Duration.from({ [unit]: Number(match[1]) })
}
