import type { DueSlot, Sweep } from "./define.ts"

/** After so many missed days a person should look at it; the rest follows in the next rounds. */
const MOST_DAYS_AT_ONCE = 400

/** Which slots of a sweep are due. Pure: its rhythm, the last slot played, the time and the tenant's zone in. */
export function planSlots(
  { every, ofMissedDays }: Pick<Sweep, "every" | "ofMissedDays">,
  last: string | undefined,
  now: Temporal.Instant,
  zone: string,
): DueSlot[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (every !== "day") return planMinutes(every.minutes, last, now, today)
  return ofMissedDays === "last" ? planToday(last, today) : planDays(last, today)
}

function planToday(last: string | undefined, today: Temporal.PlainDate): DueSlot[] {
  const slot = today.toString()
  return last === undefined || last < slot ? [{ slot, day: today }] : []
}

function planDays(last: string | undefined, today: Temporal.PlainDate): DueSlot[] {
  // A sweep that has never run owes nothing for the time before it existed.
  let day = last === undefined ? today : Temporal.PlainDate.from(last).add({ days: 1 })
  const slots: DueSlot[] = []
  while (Temporal.PlainDate.compare(day, today) <= 0 && slots.length < MOST_DAYS_AT_ONCE) {
    slots.push({ slot: day.toString(), day })
    day = day.add({ days: 1 })
  }
  return slots
}

function planMinutes(
  minutes: number,
  last: string | undefined,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): DueSlot[] {
  const length = minutes * 60_000
  const start = Math.floor(now.epochMilliseconds / length) * length
  const slot = Temporal.Instant.fromEpochMilliseconds(start).toString()
  return last === undefined || last < slot ? [{ slot, day: today }] : []
}

/** The moments between two instants at which a new day begins in one of the zones, in order; the end itself last. */
export function listDayStarts(
  from: Temporal.Instant,
  to: Temporal.Instant,
  zones: readonly string[],
): Temporal.Instant[] {
  const starts = new Map<number, Temporal.Instant>()
  for (const zone of new Set(zones)) {
    let day = from.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 })
    for (;;) {
      const start = day.toZonedDateTime(zone).toInstant()
      if (Temporal.Instant.compare(start, to) > 0) break
      starts.set(start.epochMilliseconds, start)
      day = day.add({ days: 1 })
    }
  }
  starts.set(to.epochMilliseconds, to)
  return [...starts.values()].sort(Temporal.Instant.compare)
}
