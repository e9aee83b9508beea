import type { SQL } from "drizzle-orm"
import type { Context } from "../context.ts"

/**
 * Work that becomes due by the calendar, found by a query over dates. It runs in a transaction of its tenant, which it
 * shares with others of the day; much work is started as durable work from there, not done in it.
 */
export interface Sweep {
  /** With its module: "billing.renew-subscriptions". */
  readonly name: string
  /** A day is the tenant's own calendar day; each missed day is made up for. Of missed slots only the last counts. */
  readonly every: "day" | { readonly minutes: number }
  /** Where a day that was missed is over with the next one, as of a comparison, only the last of them counts. */
  readonly ofMissedDays?: "all" | "last"
  /** In a transaction of its own, for it may touch so many rows that it would keep others' locked for long. */
  readonly isAlone?: boolean
  /**
   * A condition that is false where it would find nothing: then it is not played. One question asks it for all sweeps
   * of a day, so it is a look at an index; it may be true too often, never too seldom. Without it, it is always played.
   */
  isNeeded?(due: DueSlot, now: Temporal.Instant): SQL
  run(ctx: Context, due: DueSlot): Promise<void>
}

export interface DueSlot {
  /** "2026-03-01" for a day, "2026-03-01T10:15:00Z" for a slot of minutes. */
  readonly slot: string
  /** The day it is for; of a slot of minutes, the day it lies in. */
  readonly day: Temporal.PlainDate
}

export function defineSweep(sweep: Sweep): Sweep {
  return sweep
}
