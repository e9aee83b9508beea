import type { WireMoney } from "#kit/money.ts"
import { useWords } from "../i18n/use-words.ts"
import { Banner } from "./banner.tsx"
import { words } from "./credit.words.ts"
import { DataTable } from "./data-table.tsx"
import { StatCard } from "./stat-card.tsx"
import { Amount, Moment } from "./texts.tsx"

export interface CreditStanding {
  readonly isApplied: boolean
  readonly items: readonly {
    readonly currency: string
    readonly available: WireMoney
    readonly paid: WireMoney
    readonly given: WireMoney
    readonly held: WireMoney
  }[]
}

export interface CreditEntry {
  readonly id: string
  readonly kind: "paid" | "given"
  readonly cause: "given" | "taken" | "held" | "released" | "returned" | "moved"
  readonly amount: WireMoney
  readonly reason: string | null
  readonly at: string
}

export interface CreditViewProps {
  readonly standing: CreditStanding
  readonly entries: { readonly items: readonly CreditEntry[]; readonly next: string | null }
}

/** What somebody has with the shop and how it came to be: the customer and staff see the same. */
export function CreditView({ standing, entries }: CreditViewProps) {
  const say = useWords(words)
  return (
    <>
      {standing.isApplied ? null : <Banner tone="info">{say("notApplied")}</Banner>}
      {standing.items.map((one) => (
        <div key={one.currency} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          {(["available", "paid", "given", "held"] as const).map((part) => (
            <StatCard key={part} label={say(part)} value={<Amount value={one[part]} />} />
          ))}
        </div>
      ))}
      <DataTable
        caption={say("history")}
        page={entries}
        rowKey={(entry) => entry.id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        emptyIcon="card"
        columns={[
          { key: "what", label: say("what"), cell: (entry) => <What entry={entry} /> },
          { key: "day", label: say("day"), cell: (entry) => <Moment at={entry.at} />, isWide: true },
          { key: "kind", label: say("kind"), cell: (entry) => say(`kind.${entry.kind}`), isWide: true },
          {
            key: "amount",
            label: say("amount"),
            cell: (entry) => <Amount value={entry.amount} />,
            isNumber: true,
          },
        ]}
      />
    </>
  )
}

/** On a phone the moment stands below what happened. */
function What({ entry: { cause, reason, at } }: { entry: CreditEntry }) {
  const say = useWords(words)
  return (
    <>
      {say(`cause.${cause}`)}
      {reason ? <span className="text-muted block text-xs font-normal break-words">{reason}</span> : null}
      <span className="text-muted block text-xs font-normal md:hidden">
        <Moment at={at} />
      </span>
    </>
  )
}
