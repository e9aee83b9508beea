import { type Fraction, fraction, minus, moneyHalfUp, multiplied, roundUp } from "#kit/fraction.ts"
import type { Money } from "#kit/money.ts"

export interface SessionFacts {
  readonly startedAt: Temporal.Instant
  /** Null while it runs. */
  readonly stoppedAt: Temporal.Instant | null
  /** The rate of the time it was started in. */
  readonly perHour: Money
}

/** What one bill takes of a session: the time and the amount that no earlier bill has taken. */
export interface SessionPart {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly minutes: Fraction
  readonly amount: Money
}

const BILLED_MINUTES = 15n
const NANOSECONDS_A_MINUTE = 60_000_000_000n

/**
 * A session's time is rounded up to a quarter of an hour once, when it is over. Cut by the end of a month, each bill
 * takes what has run so far, exactly, and the last one the rest of the rounded whole; amounts are differences
 * of one rounded running total, so the parts add up to what an uncut session costs. One that never ends is billed
 * each month just so.
 */
export function planSession(facts: SessionFacts, cuts: readonly Temporal.Instant[]): SessionPart[] {
  const { startedAt, stoppedAt } = facts
  const isInside = (cut: Temporal.Instant) =>
    isBefore(startedAt, cut) && (stoppedAt === null || isBefore(cut, stoppedAt))
  const ends = cuts.filter(isInside).toSorted(Temporal.Instant.compare)
  if (stoppedAt) ends.push(stoppedAt)
  const parts: SessionPart[] = []
  let from = startedAt
  let billed = fraction(0n)
  for (const to of ends) {
    const total = to === stoppedAt ? fraction(roundedMinutes(startedAt, to)) : minutesBetween(startedAt, to)
    const amount = amountOf(facts.perHour, total).minor - amountOf(facts.perHour, billed).minor
    parts.push({
      from,
      to,
      minutes: minus(total, billed),
      amount: { minor: amount, currency: facts.perHour.currency },
    })
    from = to
    billed = total
  }
  return parts
}

/** 8 minutes are 15, 22 are 30, 65 are 75; a begun quarter is a whole one. */
function roundedMinutes(from: Temporal.Instant, to: Temporal.Instant): bigint {
  return roundUp(multiplied(minutesBetween(from, to), fraction(1n, BILLED_MINUTES))) * BILLED_MINUTES
}

function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): Fraction {
  return fraction(to.epochNanoseconds - from.epochNanoseconds, NANOSECONDS_A_MINUTE)
}

function amountOf(perHour: Money, minutes: Fraction): Money {
  return moneyHalfUp(multiplied(fraction(perHour.minor, 60n), minutes), perHour.currency)
}

function isBefore(first: Temporal.Instant, second: Temporal.Instant): boolean {
  return Temporal.Instant.compare(first, second) < 0
}
