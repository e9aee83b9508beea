import type { z } from "zod"
import type { overviewShape } from "#analytics/contract"
import { formatAmount, formatNumber } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { heightsOf } from "../../ui/chart-scale.ts"
import { percentMore, StatCard, type Trend } from "../../ui/stat-card.tsx"
import { words } from "./words.ts"

export type Overview = z.output<typeof overviewShape>

export interface FiguresProps {
  readonly overview: Overview
  readonly unpaid: { readonly count: number; readonly isMore: boolean }
}

/** Today in four figures. Sums of different currencies are never added up. */
export function Figures({ overview, unpaid }: FiguresProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { orders, invoiced, services } = overview
  const trend = (now = 0, before = 0): Trend | undefined => {
    const percent = percentMore(now, before)
    return percent === undefined ? undefined : { percent, than: say("thanYesterday") }
  }
  const running = services.find(({ state }) => state === "active")?.count ?? 0
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
      <StatCard
        label={say("ordersToday")}
        to="/admin/orders"
        value={formatNumber(orders.at(-1) ?? 0, language)}
        trend={trend(orders.at(-1), orders.at(-2))}
        spark={orders}
      />
      {invoiced.length === 0 ? (
        <StatCard label={say("invoicedToday")} to="/admin/invoices" value="–" />
      ) : null}
      {invoiced.slice(0, 2).map(({ currency, days }) => {
        const figures = heightsOf(days)
        const today = days.at(-1)
        return (
          <StatCard
            key={currency}
            label={invoiced.length > 1 ? say("invoicedTodayIn", { currency }) : say("invoicedToday")}
            to="/admin/invoices"
            value={today ? formatAmount(today, language) : "–"}
            trend={trend(figures.at(-1), figures.at(-2))}
            spark={figures}
          />
        )
      })}
      <StatCard
        label={say("running")}
        to="/admin/services?state=active"
        value={formatNumber(running, language)}
      />
      <StatCard
        label={say("unpaid")}
        to="/admin/orders?state=awaiting_payment"
        value={unpaid.isMore ? say("atLeast", { count: unpaid.count }) : formatNumber(unpaid.count, language)}
      />
    </div>
  )
}
