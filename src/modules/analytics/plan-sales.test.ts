import { expect, it } from "vitest"
import type { Currency } from "#kit/money.ts"
import { money } from "#kit/money.ts"
import { planSales } from "./plan-sales.ts"

const sum = (period: string, currency: Currency, [invoiced, credited, tax]: [bigint, bigint, bigint]) => ({
  period,
  invoices: 1,
  creditNotes: credited > 0n ? 1 : 0,
  invoiced: money(invoiced, currency),
  credited: money(credited, currency),
  tax: money(tax, currency),
})

it("lays each currency on the calendar, less what was credited, and adds it up", () => {
  const sales = planSales(
    ["2026-09", "2026-10", "2026-11"],
    [
      sum("2026-09", "KRW", [10_000n, 0n, 1_000n]),
      sum("2026-11", "KRW", [20_000n, 25_000n, -500n]),
      sum("2026-11", "EUR", [500n, 0n, 95n]),
    ],
  )
  expect(sales.map(({ currency }) => currency)).toEqual(["EUR", "KRW"])
  const won = sales[1]
  expect(won?.periods.map(({ period, net }) => [period, net.minor])).toEqual([
    ["2026-09", "10000"],
    ["2026-10", "0"],
    ["2026-11", "-5000"],
  ])
  expect(won?.total).toEqual({
    invoices: 2,
    creditNotes: 1,
    invoiced: { minor: "30000", currency: "KRW" },
    credited: { minor: "25000", currency: "KRW" },
    net: { minor: "5000", currency: "KRW" },
    tax: { minor: "500", currency: "KRW" },
    gross: { minor: "5500", currency: "KRW" },
  })
})
