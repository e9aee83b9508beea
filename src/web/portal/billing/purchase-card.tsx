import type { ReactNode } from "react"
import type { z } from "zod"
import type { refundPurchaseShape } from "#billing/contract"
import type { WireMoney } from "#kit/money.ts"
import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { Amount, Day } from "../../ui/texts.tsx"
import { words } from "./refund.words.ts"

export type Purchase = z.output<typeof refundPurchaseShape>
type Figure = NonNullable<Purchase["statutory"]>

/** One payment, what it bought, and both figures with the numbers they come from. */
export function PurchaseCard({ purchase, children }: { purchase: Purchase; children: ReactNode }) {
  const say = useWords(words)
  const { usedDays, totalDays } = purchase
  return (
    <Card title={say("purchase", { day: formatDay(purchase.paidOn, useLanguage()) })}>
      <FactList
        facts={[
          {
            label: say("period"),
            value: (
              <>
                <Day on={purchase.start} /> – <Day on={purchase.lastDay} />
              </>
            ),
          },
          { label: say("paid"), value: <Amount value={purchase.paid} /> },
          ...(purchase.list.minor === purchase.paid.minor
            ? []
            : [{ label: say("list"), value: <Amount value={purchase.list} /> }]),
          { label: say("dayZero"), value: <Day on={purchase.dayZero} /> },
          { label: say("days"), value: say("usedOf", { used: usedDays, total: totalDays }) },
        ]}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <FigureBox title={say("statutory")} kind="statutory" {...{ purchase }} />
        <FigureBox title={say("policy")} kind="policy" {...{ purchase }} />
      </div>
      {children}
    </Card>
  )
}

function FigureBox({
  title,
  kind,
  purchase,
}: {
  title: string
  kind: "statutory" | "policy"
  purchase: Purchase
}) {
  const say = useWords(words)
  const language = useLanguage()
  const figure = purchase[kind]
  const isPaid = purchase.pays === kind
  return (
    <section
      className={`rounded-box space-y-1.5 border p-3 text-sm ${isPaid ? "border-accent" : "border-line"}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-medium">{title}</h3>
        {isPaid ? <Badge tone="good">{say("isPaid")}</Badge> : null}
      </div>
      {figure ? (
        <>
          <p className={`text-lg font-semibold ${figure.isOpen ? "" : "text-muted line-through"}`}>
            <Amount value={figure.amount} />
          </p>
          <p className="text-muted break-words">
            <Formula figure={figure} purchase={purchase} />
            {figure.fee.minor === "0"
              ? null
              : ` ${say("lessFee", { fee: formatAmount(figure.fee, language) })}`}
          </p>
          {figure.bound === "cap" ? <p>{say("capped")}</p> : null}
          {figure.bound === "refundable" ? <p>{say("bounded")}</p> : null}
          <p className="text-muted">
            {say(figure.isOpen ? "until" : "wasUntil", { day: formatDay(figure.lastDay, language) })}
          </p>
        </>
      ) : (
        <p className="text-muted">{say("noStatutory")}</p>
      )}
    </section>
  )
}

/** In the numbers themselves, so that it can be repeated with a pencil. */
function Formula({ figure, purchase }: { figure: Figure; purchase: Purchase }) {
  const say = useWords(words)
  const language = useLanguage()
  const show = (value: WireMoney) => formatAmount(value, language)
  const { paid, list, usedDays: used, totalDays: total } = purchase
  const discount = { minor: (BigInt(list.minor) - BigInt(paid.minor)).toString(), currency: paid.currency }
  const given = {
    paid: show(paid),
    list: show(list),
    discount: show(discount),
    used,
    left: total - used,
    total,
  }
  if (figure.basis === "used_days_at_list_price") return say("byListPrice", given)
  const isLess = figure.basis === "by_days_less_discount" && discount.minor !== "0"
  return say(isLess ? "byDaysLessDiscount" : "byDays", given)
}
