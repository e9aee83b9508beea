import { type Currency, money, toWire } from "#kit/money.ts"
import type { RecurringRevenue } from "./plan-recurring.ts"

export interface NotedDay {
  /** "2026-11-01" */
  readonly day: string
  readonly currency: Currency
  readonly count: number
  readonly minor: bigint
}

interface Now {
  readonly day: Temporal.PlainDate
  readonly now: readonly RecurringRevenue[]
}

/**
 * A line for each currency that ever brought something in: the days noted, oldest first, and today as it is now. What was
 * noted of today itself is left out, for today has gone on since. Pure.
 */
export function planHistory(noted: readonly NotedDay[], { day, now }: Now) {
  const today = day.toString()
  const currencies = new Set([
    ...noted.map(({ currency }) => currency),
    ...now.map(({ currency }) => currency),
  ])
  return [...currencies]
    .map((currency) => {
      const active = now.find((one) => one.currency === currency)?.active
      const before = noted.filter((one) => one.currency === currency && one.day < today)
      const points = before.map((one) => ({
        day: one.day,
        count: one.count,
        mrr: toWire(money(one.minor, currency)),
      }))
      const last = { day: today, count: active?.count ?? 0, mrr: toWire(active?.mrr ?? money(0n, currency)) }
      return { currency, points: [...points, last] }
    })
    .filter(({ points }) => points.some(({ count }) => count > 0))
}
