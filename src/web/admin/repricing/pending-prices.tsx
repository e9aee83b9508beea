import { Link } from "react-router"
import type { WireMoney } from "#kit/money.ts"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Amount, Day } from "../../ui/texts.tsx"
import { words } from "./pending.words.ts"

export interface PendingPrice {
  readonly id: string
  readonly changeId: string
  readonly subscriptionId: string
  readonly accountName: string
  readonly words: { readonly en: string; readonly ko: string }
  readonly before: WireMoney
  readonly after: WireMoney
  readonly need: "consent" | "notice" | "none"
  readonly firstOn: string
  readonly answerBy: string
  readonly tellOn: string | null
  readonly state: string
}

/** Beside what a run bills: the prices that come next, and what has to happen before they may. */
export function PendingPrices({
  page,
  until,
}: {
  page: { items: PendingPrice[]; next: string | null }
  until: string
}) {
  const say = useWords(words)
  const language = useLanguage()
  if (page.items.length === 0) return <p className="text-muted text-sm">{say("none")}</p>
  return (
    <Card title={say("title")}>
      <p className="text-muted text-sm">{say("help", { day: formatDay(until, language) })}</p>
      <DataTable
        caption={say("title")}
        page={{ items: page.items, next: null }}
        rowKey={(one) => one.id}
        empty={say("none")}
        columns={[
          {
            key: "what",
            label: say("what"),
            cell: (one) => (
              <Link className="text-accent underline" to={`/admin/price-changes/${one.changeId}`}>
                {one.words[language]}
              </Link>
            ),
          },
          { key: "customer", label: say("customer"), cell: (one) => one.accountName, isBelow: true },
          {
            key: "price",
            label: say("price"),
            cell: (one) => (
              <>
                <Amount value={one.before} /> → <Amount value={one.after} />
              </>
            ),
            isNumber: true,
          },
          { key: "firstOn", label: say("firstOn"), cell: (one) => <Day on={one.firstOn} />, isWide: true },
          { key: "open", label: say("open"), cell: (one) => <StillOpen one={one} />, isBelow: true },
        ]}
      />
      {page.next ? <p className="text-muted text-sm">{say("more")}</p> : null}
    </Card>
  )
}

function StillOpen({ one }: { one: PendingPrice }) {
  const say = useWords(words)
  const language = useLanguage()
  const on = (day: string) => ({ day: formatDay(day, language) })
  if (one.state === "waiting") {
    const day = on(one.tellOn ?? one.firstOn)
    return <Badge tone="neutral">{one.need === "consent" ? say("toAsk", day) : say("toTell", day)}</Badge>
  }
  if (one.need !== "consent") return <Badge tone="good">{say("told")}</Badge>
  return <Badge tone="warn">{say("asked", on(one.answerBy))}</Badge>
}
