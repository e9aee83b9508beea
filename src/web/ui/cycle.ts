import type { z } from "zod"
import type { priceShape } from "#catalog/contract"

export type Cycle = z.output<typeof priceShape>["cycle"]

/** Months in one turn, where it is months. The contract's own table brings zod along, which no browser needs. */
export const cycleMonths: Readonly<Record<Cycle, number | null>> = {
  hourly: null,
  daily: null,
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
  biennial: 24,
  triennial: 36,
  one_time: null,
}

/** Shortest first, as they are shown. */
export const cycles = Object.keys(cycleMonths) as readonly Cycle[]

export interface Span {
  readonly unit: "hour" | "day" | "month" | "year" | "once"
  readonly count: number
}

/** How long so many turns are, as people say it: four quarters are a year, and five are fifteen months. */
export function spanOf(cycle: Cycle, turns: number): Span {
  const months = cycleMonths[cycle]
  if (months !== null) {
    const count = months * turns
    return count % 12 === 0 ? { unit: "year", count: count / 12 } : { unit: "month", count }
  }
  if (cycle === "one_time") return { unit: "once", count: 1 }
  return { unit: cycle === "hourly" ? "hour" : "day", count: turns }
}
