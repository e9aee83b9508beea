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
