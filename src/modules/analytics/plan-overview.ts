import type { z } from "zod"
import { type Currency, type Money, money, toWire } from "#kit/money.ts"
import type { overviewShape } from "./contract.ts"

export type Overview = z.infer<typeof overviewShape>

export interface OverviewFacts {
  /** "2026-11-21", oldest first, without gaps. */
  readonly days: readonly string[]
  readonly orders: readonly { readonly day: string; readonly count: number }[]
  readonly invoiced: readonly { readonly day: string; readonly total: Money }[]
  readonly services: Overview["services"]
}

/** Lays the figures of single days on the calendar: a day without any is a zero, not a gap. */
export function planOverview({ days, orders, invoiced, services }: OverviewFacts): Overview {
  const counts = new Map(orders.map(({ day, count }) => [day, count]))
  const currencies = [...new Set(invoiced.map(({ total }) => total.currency))].toSorted()
  return {
    days: [...days],
    orders: days.map((day) => counts.get(day) ?? 0),
    invoiced: currencies.map((currency) => ({
      currency,
      days: sumsOf(currency, days, invoiced).map(toWire),
    })),
    services: [...services],
  }
}

function sumsOf(
  currency: Currency,
  days: readonly string[],
  invoiced: OverviewFacts["invoiced"],
): readonly Money[] {
  const sums = new Map(
    invoiced.filter(({ total }) => total.currency === currency).map(({ day, total }) => [day, total]),
  )
  return days.map((day) => sums.get(day) ?? money(0n, currency))
}
