import { shiftDay } from "./days.ts"

export const periodNames = ["today", "lastDays7", "lastDays30", "thisMonth", "lastMonth", "thisYear"] as const
export type PeriodName = (typeof periodNames)[number]

export interface Period {
  readonly first: string
  readonly last: string
}

/** The days that people mean by a name, both counted. Calendar days: no zone has a say. */
export function periodOf(name: PeriodName, today: string): Period {
  const [year = 0, month = 0] = today.split("-").map(Number)
  switch (name) {
    case "today":
      return { first: today, last: today }
    case "lastDays7":
      return { first: shiftDay(today, -6), last: today }
    case "lastDays30":
      return { first: shiftDay(today, -29), last: today }
    case "thisMonth":
      return { first: `${today.slice(0, 8)}01`, last: today }
    case "lastMonth":
      return { first: dayOf(year, month - 1, 1), last: dayOf(year, month, 0) }
    case "thisYear":
      return { first: `${today.slice(0, 5)}01-01`, last: today }
  }
}

/** Month 1 to 12, and what lies beyond either end; day 0 is the last one of the month before. */
function dayOf(year: number, month: number, day: number): string {
  return isoDay(Date.UTC(year, month - 1, day))
}

function isoDay(atMs: number): string {
  const text = new Date(atMs).toISOString()
  return text.slice(0, 10)
}
