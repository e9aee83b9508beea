import { billingRefusals } from "./errors.ts"

export interface TaxPeriodWish {
  readonly period?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export interface TaxPeriod {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  /** Its name, where it has one: "2026-11", "2026-Q4", "2026". */
  readonly period: string | null
}

/** By the shop's calendar; without a wish the month that is going on. At most a year at once. Pure. */
export function planTaxPeriod(wish: TaxPeriodWish, today: Temporal.PlainDate): TaxPeriod {
  if (wish.period || !(wish.from || wish.until)) return named(wish.period ?? monthOf(today))
  const until = wish.until ? Temporal.PlainDate.from(wish.until) : today
  const from = wish.from ? Temporal.PlainDate.from(wish.from) : until.with({ day: 1 })
  const isWrong =
    Temporal.PlainDate.compare(from, until) > 0 ||
    Temporal.PlainDate.compare(until, from.add({ years: 1 })) >= 0
  if (isWrong) billingRefusals.refuse("billing.tax_days_wrong", {}, { field: "until" })
  return { from, until, period: null }
}

/** Those that one asks for most. */
export function namePeriods(today: Temporal.PlainDate) {
  const first = today.with({ day: 1 })
  return {
    month: monthOf(first),
    lastMonth: monthOf(first.subtract({ months: 1 })),
    quarter: quarterOf(first),
    lastQuarter: quarterOf(first.subtract({ months: 3 })),
    year: String(first.year),
  }
}

function named(period: string): TaxPeriod {
  const [year = "", part = ""] = period.split("-")
  const quarter = part.startsWith("Q") ? Number(part.slice(1)) : null
  const month = quarter ? quarter * 3 - 2 : Number(part || "1")
  const from = Temporal.PlainDate.from({ year: Number(year), month, day: 1 })
  const months = quarter ? 3 : part ? 1 : 12
  return { from, until: from.add({ months }).subtract({ days: 1 }), period }
}

function monthOf(day: Temporal.PlainDate): string {
  return day.toPlainYearMonth().toString()
}

function quarterOf(day: Temporal.PlainDate): string {
  return `${day.year}-Q${Math.ceil(day.month / 3)}`
}
