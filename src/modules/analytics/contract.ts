import { z } from "zod"
import { contract, dateText, moneyShape } from "#kit/contract.ts"
import { serviceStates } from "#provisioning/contract"

export const overviewShape = z.object({
  /** Every day asked for, oldest first, in the shop's calendar; the last one is today. */
  days: z.array(dateText),
  /** Orders placed, day by day. */
  orders: z.array(z.number().int()),
  /** Invoiced less credited, with tax, day by day: a row for each currency that had any. */
  invoiced: z.array(z.object({ currency: z.string(), days: z.array(moneyShape) })),
  services: z.array(z.object({ state: z.enum(serviceStates), count: z.number().int() })),
})

export const salesUnits = ["day", "month", "year"] as const

const recurringShape = z.object({ count: z.number().int(), mrr: moneyShape, arr: moneyShape })

export const subscriptionFiguresShape = z.object({
  /** Per currency: monthly equivalents added up exactly and rounded once; a year is twelve times the exact sum. */
  recurring: z.array(z.object({ currency: z.string(), active: recurringShape, withPastDue: recurringShape })),
  active: z.number().int(),
  pastDue: z.number().int(),
  /** Seats and heads of the active ones. */
  users: z.number().int(),
  /** Oldest month first, in the shop's calendar; the last one is still going on. */
  churn: z.array(
    z.object({
      month: z.string(),
      atStart: z.number().int(),
      ended: z.number().int(),
      begun: z.number().int(),
    }),
  ),
  /** Open requests to pay, by how many days they are past their due day. */
  ageing: z.array(
    z.object({
      currency: z.string(),
      bucket: z.enum(["not_due", "to_7", "to_30", "to_60", "over_60"]),
      count: z.number().int(),
      left: moneyShape,
    }),
  ),
})

export const recurringHistoryShape = z.object({
  /** A row for each currency that had any. */
  currencies: z.array(
    z.object({
      currency: z.string(),
      /** Each month as it began, oldest first; the last one is today as it is now. */
      points: z.array(z.object({ day: dateText, count: z.number().int(), mrr: moneyShape })),
    }),
  ),
})

const salesPeriodShape = z.object({
  /** "2026-11-21", "2026-11" or "2026", in the shop's calendar. */
  period: z.string(),
  invoices: z.number().int(),
  creditNotes: z.number().int(),
  /** Before tax. */
  invoiced: moneyShape,
  /** Before tax: what the credit notes gave back or took off. */
  credited: moneyShape,
  /** Invoiced less credited. */
  net: moneyShape,
  tax: moneyShape,
  gross: moneyShape,
})

const salesSumShape = salesPeriodShape.omit({ period: true })

export const salesShape = z.object({
  by: z.enum(salesUnits),
  /** A row for each currency that had any; every period of it, oldest first. The last one is still going on. */
  currencies: z.array(
    z.object({ currency: z.string(), periods: z.array(salesPeriodShape), total: salesSumShape }),
  ),
  /** What runs today, the plan that most have first. */
  plans: z.array(
    z.object({
      planId: z.string(),
      name: z.object({ en: z.string(), ko: z.string() }),
      active: z.number().int(),
      recurring: z.array(z.object({ currency: z.string(), mrr: moneyShape })),
    }),
  ),
})

export const analyticsContract = {
  sales: {
    get: contract
      .route({
        method: "GET",
        path: "/analytics/sales",
        tags: ["analytics"],
        summary: "What was invoiced and credited by day, month or year, per currency; which plans run most",
      })
      .input(
        z.object({
          by: z.enum(salesUnits).default("month"),
          count: z.coerce.number().int().min(1).max(92).default(12),
        }),
      )
      .output(salesShape),
  },
  subscriptions: {
    get: contract
      .route({
        method: "GET",
        path: "/analytics/subscriptions",
        tags: ["analytics"],
        summary: "Recurring revenue per currency, active agreements, churn by month, ageing of open requests",
      })
      .input(z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }))
      .output(subscriptionFiguresShape),
    history: contract
      .route({
        method: "GET",
        path: "/analytics/subscriptions/history",
        tags: ["analytics"],
        summary: "Recurring revenue and active agreements where each month began, per currency",
      })
      .input(z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }))
      .output(recurringHistoryShape),
  },
  overview: {
    get: contract
      .route({
        method: "GET",
        path: "/analytics/overview",
        tags: ["analytics"],
        summary: "How the shop is doing: orders and invoiced sums by day, services by state",
      })
      .input(z.object({ days: z.coerce.number().int().min(2).max(90).default(30) }))
      .output(overviewShape),
  },
}
