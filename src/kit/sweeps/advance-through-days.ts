import { listDayStarts } from "./slots.ts"

export interface AdvanceOptions {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** Of all tenants. */
  readonly zones: readonly string[]
  moveTo(moment: Temporal.Instant): Promise<void>
  /** Plays what has become due: sweeps, parked work, events, until nothing more happens. */
  settle(moment: Temporal.Instant): Promise<void>
}

/**
 * Moves the company's time, stopping wherever a day begins for somebody, so that every day's sweeps really run
 * on their day: documents get that day's date, and what they start is over before the next day comes.
 */
export async function advanceThroughDays(options: AdvanceOptions): Promise<void> {
  for (const moment of listDayStarts(options.from, options.to, options.zones)) {
    await options.moveTo(moment)
    await options.settle(moment)
  }
}
