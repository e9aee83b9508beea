import type { z } from "zod"
import type { SalesSum } from "#billing"
import { add, type Currency, money, subtract, toWire } from "#kit/money.ts"
import type { salesShape } from "./contract.ts"

export type Sales = z.infer<typeof salesShape>
type Figures = Omit<SalesSum, "period">

/** Lays the sums on the calendar, each currency by itself: a period without any is a zero, not a gap. Pure. */
export function planSales(periods: readonly string[], sums: readonly SalesSum[]): Sales["currencies"] {
  const currencies = [...new Set(sums.map(({ invoiced }) => invoiced.currency))].toSorted()
  return currencies.map((currency) => {
    const own = new Map(
      sums.filter(({ invoiced }) => invoiced.currency === currency).map((sum) => [sum.period, sum]),
    )
    const rows = periods.map((period) => ({ period, ...figuresOf(own.get(period) ?? nothing(currency)) }))
    const total = periods.reduce<Figures>(
      (whole, period) => plus(whole, own.get(period) ?? nothing(currency)),
      nothing(currency),
    )
    return { currency, periods: rows, total: figuresOf(total) }
  })
}

function figuresOf({ invoices, creditNotes, invoiced, credited, tax }: Figures) {
  const net = subtract(invoiced, credited)
  return {
    invoices,
    creditNotes,
    invoiced: toWire(invoiced),
    credited: toWire(credited),
    net: toWire(net),
    tax: toWire(tax),
    gross: toWire(add(net, tax)),
  }
}

function nothing(currency: Currency): Figures {
  const zero = money(0n, currency)
  return { invoices: 0, creditNotes: 0, invoiced: zero, credited: zero, tax: zero }
}

function plus(one: Figures, other: Figures): Figures {
  return {
    invoices: one.invoices + other.invoices,
    creditNotes: one.creditNotes + other.creditNotes,
    invoiced: add(one.invoiced, other.invoiced),
    credited: add(one.credited, other.credited),
    tax: add(one.tax, other.tax),
  }
}
