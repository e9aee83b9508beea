/** What clocks of a place show, over some years: until when how far from UTC. Made by the server (zone-around.ts). */
export interface Zone {
  readonly id: string
  /** In seconds since 1970; before and after it is for Intl to say. */
  readonly from: number
  readonly until: number
  /** Since when so many seconds ahead; the first holds from the beginning. */
  readonly turns: readonly (readonly [since: number, ahead: number])[]
}

/** Whoever has but the name is told by Intl. */
export type TimeZone = Zone | string

/** A date whose UTC is what clocks there show; undefined where only Intl knows. */
export function shownIn(zone: TimeZone, instant: string): Date | undefined {
  if (typeof zone === "string") return
  const milliseconds = Date.parse(instant)
  const seconds = milliseconds / 1000
  if (!(seconds >= zone.from && seconds < zone.until)) return
  const ahead = zone.turns.findLast(([since]) => since <= seconds)?.[1]
  return ahead === undefined ? undefined : new Date(milliseconds + ahead * 1000)
}

export function zoneId(zone: TimeZone): string {
  return typeof zone === "string" ? zone : zone.id
}

/** The calendar day it is there. */
export function dayIn(zone: Zone, instant: string): string {
  const shown = shownIn(zone, instant) ?? new Date(instant)
  const text = shown.toISOString()
  return text.slice(0, 10)
}
