/** Network act article 50(3): no advertising from 21:00 to 08:00 without a consent of its own for the night. */
const EVENING = 21
const MORNING = 8

/** When advertising may leave: undefined is now. Of the shop's own zone, where its customers are. */
export function planMorning(now: Temporal.Instant, timeZone: string): Temporal.Instant | undefined {
  const local = now.toZonedDateTimeISO(timeZone)
  if (local.hour >= MORNING && local.hour < EVENING) return undefined
  const day = local.hour >= EVENING ? local.add({ days: 1 }) : local
  return day
    .toPlainDate()
    .toZonedDateTime({ timeZone, plainTime: { hour: MORNING } })
    .toInstant()
}
