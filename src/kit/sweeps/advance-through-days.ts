import { listDayStarts } from "./slots.ts"

export interface AdvanceOptions {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** Of all tenants. */
  readonly zones: readonly string[]
  moveTo(moment: Temporal.Instant): Promise<void>
  /** Plays what has become due: sweeps, parked work, events, until nothing more happens. */
  settle(moment: Temporal.Instant): Promise<void>
  /** When the next parked work or delivery wants to go on. Without it, it goes on at the next day's beginning. */
  nextDue?(): Promise<Temporal.Instant | undefined>
}

/** Work that wants to go on every few seconds must not make one day endless. */
const MOST_STOPS_A_DAY = 50

/**
 * Moves the company's time, stopping wherever a day begins for somebody, so that every day's sweeps really run
 * on their day: documents get that day's date, and what they start is over before the next day comes.
 */
export async function advanceThroughDays(options: AdvanceOptions): Promise<void> {
  for (const moment of listDayStarts(options.from, options.to, options.zones)) {
    await playUntil(options, moment)
    await options.moveTo(moment)
    await options.settle(moment)
  }
}

/** What waits for a panel or a retry within the day gets its moments, one after the other. */
async function playUntil(options: AdvanceOptions, end: Temporal.Instant): Promise<void> {
  let last: Temporal.Instant | undefined
  for (let stops = 0; stops < MOST_STOPS_A_DAY; stops++) {
    const due = await options.nextDue?.()
    if (!due || Temporal.Instant.compare(due, end) >= 0) return
    // Due and not played even though its moment came: somebody else's to repair.
    if (last && Temporal.Instant.compare(due, last) <= 0) return
    last = due
    await options.moveTo(due)
    await options.settle(due)
  }
}
