const DAY_MS = 86_400_000

/** Calendar days as they are written in the API: no time of day, no zone. */
export function shiftDay(day: string, days: number): string {
  return new Date(msOf(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Negative when the second one is earlier. */
export function daysBetween(day: string, other: string): number {
  return Math.round((msOf(other) - msOf(day)) / DAY_MS)
}

function msOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
