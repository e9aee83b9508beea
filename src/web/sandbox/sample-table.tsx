import { useMemo } from "react"
import { useSearchParams } from "react-router"
import type { WireMoney } from "#kit/money.ts"
import { useWords } from "../i18n/use-words.ts"
import { BulkBar } from "../ui/bulk-bar.tsx"
import { Button } from "../ui/button.tsx"
import { DataTable } from "../ui/data-table.tsx"
import { FilterChoice, Filters, FilterText } from "../ui/filters.tsx"
import { StateBadge, useStateOptions } from "../ui/state-badge.tsx"
import { Amount, Moment } from "../ui/texts.tsx"
import { Section } from "./section.tsx"
import { words } from "./words.ts"

interface Sample {
  readonly number: string
  readonly customer: string
  readonly at: string
  readonly state: "paid" | "delivered" | "awaiting_payment" | "rejected"
  readonly total: WireMoney
}

const states = ["delivered", "paid", "awaiting_payment", "rejected"] as const
const names = ["Mina Kim", "김서준", "Weber Hosting GmbH & Co. KG", "주식회사 한빛"]

const USUAL_ROWS = 8
const MOST_ROWS = 10_000

function madeUp(count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    number: `O-8HA3507${String(index).padStart(4, "0")}R`,
    customer: names[index % names.length] ?? "",
    at: `2026-11-2${index % 7}T0${index % 10}:15:00Z`,
    state: states[index % states.length] ?? "paid",
    total: { minor: String(11_000 * (index + 1)), currency: "KRW" },
  }))
}

/** `?rows=10000` makes it as long as a table ever gets; it is filtered and turned round like any list. */
function useSampleRows(): readonly Sample[] {
  const [search] = useSearchParams()
  const count = Math.min(Number(search.get("rows")) || USUAL_ROWS, MOST_ROWS)
  const [number, state, sort] = ["number", "state", "sort"].map((name) => search.get(name))
  const rows = useMemo(() => madeUp(count), [count])
  return useMemo(() => {
    const found = rows.filter(
      (row) => (!number || row.number.includes(number)) && (!state || row.state === state),
    )
    return sort === "oldest" ? found.toReversed() : found
  }, [rows, number, state, sort])
}

export function SampleTable() {
  const say = useWords(words)
  const rows = useSampleRows()
  const [search] = useSearchParams()
  const wanted = search.get("rows")
  return (
    <Section title={say("table")}>
      <Filters exportPath="/sandbox/parts">
        {wanted ? <input type="hidden" name="rows" value={wanted} /> : null}
        <FilterText name="number" label={say("number")} />
        <FilterChoice name="state" label={say("state")} options={useStateOptions("order")} />
      </Filters>
      <form id="sample-rows" />
      <DataTable
        caption={say("tableCaption")}
        page={{ items: rows, next: wanted ? null : "more" }}
        rowKey={(row) => row.number}
        empty={say("none")}
        selection={{
          form: "sample-rows",
          canSelect: (row) => row.state !== "rejected",
          label: (row) => say("select", { number: row.number }),
          bulk: (
            <BulkBar form="sample-rows">
              <Button type="button" size="small">
                {say("primary")}
              </Button>
            </BulkBar>
          ),
        }}
        columns={[
          {
            key: "number",
            label: say("number"),
            cell: (row) => <span className="whitespace-nowrap">{row.number}</span>,
          },
          { key: "customer", label: say("customer"), cell: (row) => row.customer, isBelow: true },
          {
            key: "at",
            label: say("ordered"),
            cell: (row) => <Moment at={row.at} />,
            isWide: true,
            isOrder: true,
          },
          {
            key: "state",
            label: say("state"),
            cell: (row) => <StateBadge kind="order" state={row.state} />,
            isBelow: true,
          },
          { key: "total", label: say("total"), cell: (row) => <Amount value={row.total} />, isNumber: true },
        ]}
      />
    </Section>
  )
}
