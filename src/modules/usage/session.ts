import { planSession } from "#billing"
import { type Fraction, fraction, multiplied } from "#kit/fraction.ts"
import { money } from "#kit/money.ts"
import type { sessions } from "./tables.ts"

export interface SessionWish {
  readonly subscriptionId: string
  readonly key: string
  readonly meter: string
  readonly startedAt: Temporal.Instant
  /** Absent while it runs. */
  readonly stoppedAt?: Temporal.Instant | undefined
}

export type UseSession = typeof sessions.$inferSelect

/** Hours from its start: exactly as long as it runs, and rounded up to a quarter when it is over. */
export function hoursOf(startedAt: Temporal.Instant, until: Temporal.Instant, isOver: boolean): Fraction {
  // The price is the meter's: here only the time counts.
  const facts = { startedAt, stoppedAt: isOver ? until : null, perHour: money(0n, "USD") }
  const [part] = planSession(facts, isOver ? [] : [until])
  return part ? multiplied(part.minutes, fraction(1n, 60n)) : fraction(0n)
}
