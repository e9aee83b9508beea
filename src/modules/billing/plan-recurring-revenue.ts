import { type Fraction, fraction, moneyHalfUp, multiplied, plus } from "#kit/fraction.ts"
import { type Currency, type Money, times } from "#kit/money.ts"

/**
 * What one turn of a cycle is in a month's worth, exactly. Nothing where there is no promise of a next time: hours
 * are paid as they are used, and what is bought once does not return.
 */
const monthlyShares = {
  hourly: null,
  daily: fraction(365n, 12n),
  monthly: fraction(1n),
  quarterly: fraction(1n, 3n),
  semiannual: fraction(1n, 6n),
  annual: fraction(1n, 12n),
  biennial: fraction(1n, 24n),
  triennial: fraction(1n, 36n),
  one_time: null,
} as const satisfies Record<string, Fraction | null>

/** States whose money comes in again and again; the second is shown beside the first, and named. */
const counted = ["active", "past_due"] as const

export interface RevenueFacts {
  readonly state: string
  readonly cycle: keyof typeof monthlyShares
  /** Per cycle and piece, really charged, without tax where tax is no revenue: the caller says which. */
  readonly unit: Money
  readonly quantity: bigint
}

export interface RecurringRevenue {
  readonly currency: Currency
  readonly active: RecurringFigures
  readonly withPastDue: RecurringFigures
}

export interface RecurringFigures {
  readonly count: number
  /** Exact, in minor units: what both amounts are rounded from. */
  readonly exactMonthlyMinor: Fraction
  readonly mrr: Money
  readonly arr: Money
}

/**
 * MRR is the sum of monthly equivalents as exact fractions, rounded once per currency; ARR is twelve times the exact
 * sum. Trials, suspended ones, free ones, what is metered and what is bought once don't count.
 */
export function planRecurringRevenue(subscriptions: Iterable<RevenueFacts>): RecurringRevenue[] {
  const sums = new Map<Currency, Record<(typeof counted)[number], { count: number; minor: Fraction }>>()
  for (const one of subscriptions) {
    const share = monthlyShares[one.cycle]
    const state = counted.find((name) => name === one.state)
    if (!share || !state || one.unit.minor <= 0n || one.quantity <= 0n) continue
    const { minor, currency } = times(one.unit, one.quantity)
    const sum = sums.get(currency) ?? { active: nothing(), past_due: nothing() }
    sum[state] = {
      count: sum[state].count + 1,
      minor: plus(sum[state].minor, multiplied(fraction(minor), share)),
    }
    sums.set(currency, sum)
  }
  return [...sums].map(([currency, { active, past_due: late }]) => ({
    currency,
    active: figures(active.count, active.minor, currency),
    withPastDue: figures(active.count + late.count, plus(active.minor, late.minor), currency),
  }))
}

function figures(count: number, exactMonthlyMinor: Fraction, currency: Currency): RecurringFigures {
  const yearly = multiplied(exactMonthlyMinor, fraction(12n))
  return {
    count,
    exactMonthlyMinor,
    mrr: moneyHalfUp(exactMonthlyMinor, currency),
    arr: moneyHalfUp(yearly, currency),
  }
}

function nothing() {
  return { count: 0, minor: fraction(0n) }
}
