/** No country's service is away for so long: from then on somebody has to ask by hand. */
const ASKS_DAYS = 30
/** A number that was one may be one no longer. */
const HOLDS_DAYS = 90
/** What only a cart named. */
const FORGOTTEN_DAYS = 30
const DAY_HOURS = 24

/** Up to when a number's last answer, or the number itself, is too old. Pure. */
export function vatCheckTimes(now: Temporal.Instant) {
  const before = (days: number) => now.subtract({ hours: days * DAY_HOURS })
  return {
    asksAgain: now.subtract({ hours: 1 }),
    stopsAsking: before(ASKS_DAYS),
    endsHolding: before(HOLDS_DAYS),
    forgotten: before(FORGOTTEN_DAYS),
  }
}
