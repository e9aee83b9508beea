import type { Zone } from "./zone.ts"

/** Lists seldom show what is older, and hardly anything is due later. */
const YEARS_BACK = 3
const YEARS_AHEAD = 2

/** A zone's turns around a moment, for browsers. Only the server has Temporal. */
export function zoneAround(id: string, now: string): Zone {
  const year = Number(now.slice(0, 4))
  const key = `${id} ${year}`
  const known = zones.get(key)
  if (known) return known
  const made = makeZone(id, year)
  if (zones.size >= MOST_ZONES) zones.clear()
  zones.set(key, made)
  return made
}

function makeZone(id: string, year: number): Zone {
  const newYear = (of: number) => Temporal.ZonedDateTime.from(`${of}-01-01T00:00:00[${id}]`)
  const [first, last] = [newYear(year - YEARS_BACK), newYear(year + YEARS_AHEAD)]
  const turns: Zone["turns"][number][] = []
  let at: Temporal.ZonedDateTime | null = first
  while (at && at.epochMilliseconds < last.epochMilliseconds) {
    turns.push([secondsOf(at), at.offsetNanoseconds / 1_000_000_000])
    at = at.getTimeZoneTransition("next")
  }
  return { id, from: secondsOf(first), until: secondsOf(last), turns }
}

function secondsOf(moment: Temporal.ZonedDateTime): number {
  return moment.epochMilliseconds / 1000
}

const zones = new Map<string, Zone>()
/** As many as shops have; the year changes seldom. */
const MOST_ZONES = 200
