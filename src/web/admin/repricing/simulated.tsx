import { Link } from "react-router"
import type { Say } from "../../i18n/say.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import type { Column } from "../../ui/table-column.ts"
import { Amount, Day } from "../../ui/texts.tsx"
import { words } from "./simulation.words.ts"
import { needTones, type Simulation } from "./wish.ts"

type Sum = Simulation["sums"][number]
type Simulated = Simulation["page"]["items"][number]

/** One row a currency: who pays more and less by how much, who must do what, and when it begins. */
export function SumsTable({ simulation }: { simulation: Simulation }) {
  const say = useWords(words)
  return (
    <Card title={say("sums")}>
      <DataTable
        caption={say("sums")}
        page={{ items: simulation.sums, next: null }}
        rowKey={(one) => one.currency}
        empty={say("nobody")}
        columns={[
          { key: "currency", label: say("currency"), cell: (one) => one.currency },
          {
            key: "subscriptions",
            label: say("subscriptions"),
            isNumber: true,
            cell: (one) => one.subscriptions,
          },
          {
            key: "before",
            label: say("before"),
            isNumber: true,
            isWide: true,
            cell: (one) => <Amount value={one.before} />,
          },
          {
            key: "after",
            label: say("after"),
            isNumber: true,
            isWide: true,
            cell: (one) => <Amount value={one.after} />,
          },
          ...countColumns(say),
          {
            key: "toldFrom",
            label: say("toldFrom"),
            isWide: true,
            cell: (one) => <Day on={one.firstToldOn} />,
          },
          { key: "begins", label: say("firstOn"), isWide: true, cell: (one) => <Begins sum={one} /> },
        ]}
      />
    </Card>
  )
}

/** How many pay more or less, whose price stays, who must do what. */
function countColumns(say: Say<(typeof words)["en"]>): Column<Sum>[] {
  return [
    { key: "more", label: say("more"), isNumber: true, cell: (one) => <Counted counted={one.more} /> },
    {
      key: "less",
      label: say("less"),
      isNumber: true,
      isWide: true,
      cell: (one) => <Counted counted={one.less} />,
    },
    {
      key: "same",
      label: say("sameHead"),
      isNumber: true,
      isWide: true,
      cell: ({ same }) => same.subscriptions,
    },
    { key: "consent", label: say("mustConsent"), isNumber: true, cell: (one) => one.mustConsent },
    {
      key: "told",
      label: say("mustBeTold"),
      isNumber: true,
      isWide: true,
      cell: (one) => one.mustBeTold,
    },
    { key: "ends", label: say("endsHead"), isNumber: true, isWide: true, cell: (one) => one.ends },
    {
      key: "not",
      label: say("not_possible"),
      isNumber: true,
      isWide: true,
      cell: (one) => one.notPossible,
    },
  ]
}

function Counted({ counted }: { counted: Sum["more"] }) {
  return counted.subscriptions === 0 ? (
    0
  ) : (
    <>
      {counted.subscriptions} · <Amount value={counted.difference} />
    </>
  )
}

function Begins({ sum }: { sum: Sum }) {
  return sum.firstOn === sum.lastOn ? (
    <Day on={sum.firstOn} />
  ) : (
    <>
      <Day on={sum.firstOn} /> – <Day on={sum.lastOn} />
    </>
  )
}

export function SimulatedTable({ simulation }: { simulation: Simulation }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Card title={say("agreements")}>
      <DataTable
        caption={say("agreements")}
        page={simulation.page}
        rowKey={(one) => one.subscriptionId}
        empty={say("nobody")}
        columns={[
          {
            key: "what",
            label: say("what"),
            cell: (one) => (
              <Link
                className="text-accent break-words underline"
                to={`/admin/subscriptions/${one.subscriptionId}`}
              >
                {one.words[language] || one.subscriptionId}
              </Link>
            ),
          },
          { key: "customer", label: say("customer"), isBelow: true, cell: (one) => one.accountName },
          { key: "need", label: say("need"), cell: (one) => <Needed one={one} />, isBelow: true },
          {
            key: "before",
            label: say("before"),
            isNumber: true,
            isWide: true,
            cell: (one) => <Maybe value={one.before} />,
          },
          { key: "after", label: say("after"), isNumber: true, cell: (one) => <Maybe value={one.after} /> },
          {
            key: "difference",
            label: say("difference"),
            isNumber: true,
            isWide: true,
            cell: (one) => <Maybe value={one.difference} />,
          },
          { key: "tellOn", label: say("tellOn"), isWide: true, cell: (one) => <Day on={one.tellOn} /> },
          { key: "answerBy", label: say("answerBy"), isWide: true, cell: (one) => <Day on={one.answerBy} /> },
          { key: "firstOn", label: say("firstOn"), cell: (one) => <Day on={one.firstOn} /> },
        ]}
      />
    </Card>
  )
}

function Needed({ one }: { one: Simulated }) {
  const say = useWords(words)
  if (one.hindrance) return <Badge tone="neutral">{say(one.hindrance)}</Badge>
  if (!one.need) return null
  if (one.direction === "same") return <Badge tone="neutral">{say("same")}</Badge>
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={needTones[one.need]}>{say(one.need === "none" ? "none_need" : one.need)}</Badge>
      {one.endsOn ? <Badge tone="bad">{say("end")}</Badge> : null}
    </span>
  )
}

function Maybe({ value }: { value: Simulated["before"] }) {
  return value ? <Amount value={value} /> : <span aria-hidden="true">–</span>
}
