import type { SubscriptionSum } from "#billing"
import { type Currency, divideHalfUp, type Money, money } from "#kit/money.ts"

/**
 * What one turn of a cycle is in a month's worth, in seventy-secondths of a month: every cycle comes out whole, so the
 * sum stays exact. Nothing where there is no promise of a next time: hours are paid as they are used, and what is
 * bought once does not return.
 */
const shares: Readonly<Record<string, bigint>> = {
  hourly: 0n,
  // 365 days in twelve months.
  daily: 2_190n,
  monthly: 72n,
  quarterly: 24n,
  semiannual: 12n,
  annual: 6n,
  biennial: 3n,
  triennial: 2n,
  one_time: 0n,
}
const WHOLE = 72n

/** As the database adds them up; cycles by their names. */
export type RecurringFacts = Omit<SubscriptionSum, "cycle"> & { readonly cycle: string }

export interface RecurringFigures {
  /** Of agreements that bring it: one that is free beside paying ones of its kind is not counted. */
  readonly count: number
  readonly mrr: Money
  readonly arr: Money
}

export interface RecurringRevenue {
  readonly currency: Currency
  /** What is in force and paid. */
  readonly active: RecurringFigures
  /** The same with what is overdue and still used. */
  readonly withPastDue: RecurringFigures
}

/**
 * MRR is the sum of exact monthly equivalents, rounded once per currency; ARR is twelve times the exact sum, not of the
 * rounded one. Active only, and beside it with past-due; trials, suspended, free and one-time don't count. Pure.
 */
export function planRecurring(sums: readonly RecurringFacts[]): RecurringRevenue[] {
  const counted = sums.filter((one) => one.minor > 0n && shareOf(one) > 0n)
  return [...Map.groupBy(counted, (one) => one.currency)].map(([currency, rows]) => ({
    currency,
    active: figuresOf(
      currency,
      rows.filter((row) => row.state === "active"),
    ),
    withPastDue: figuresOf(
      currency,
      rows.filter((row) => row.state === "active" || row.state === "past_due"),
    ),
  }))
}

function figuresOf(currency: Currency, rows: readonly RecurringFacts[]): RecurringFigures {
  const exact = rows.reduce((sum, row) => sum + row.minor * shareOf(row), 0n)
  return {
    count: rows.reduce((sum, row) => sum + row.paying, 0),
    mrr: money(divideHalfUp(exact, WHOLE), currency),
    arr: money(divideHalfUp(exact * 12n, WHOLE), currency),
  }
}

/** A cycle nobody has thought of would count as nothing, silently: so it is a bug that stops. */
function shareOf({ cycle }: RecurringFacts): bigint {
  const share = shares[cycle]
  if (share === undefined) throw new Error(`Nobody says what a month of ${cycle} is.`)
  return share
}
