import type { z } from "zod"
import type { statementShape } from "#paperwork/contract"
import { useWords } from "../i18n/use-words.ts"
import { ButtonLink } from "./button.tsx"
import { Card, FactList } from "./card.tsx"
import { DataTable } from "./data-table.tsx"
import { FilterChoice, FilterDay, Filters } from "./filters.tsx"
import { words } from "./statement.words.ts"
import { Amount, Day } from "./texts.tsx"

type Statement = z.output<typeof statementShape>

/** At the end of its title's line, as on every paper. */
export function StatementFiles({ statement }: { statement: Statement }) {
  const say = useWords(words)
  const { accountId, currency, from, to } = statement
  const search = new URLSearchParams({ account: accountId, currency, from, to })
  return (
    <>
      <ButtonLink to={`/statements/pdf?${search}`} look="secondary" isDocument>
        {say("pdf")}
      </ButtonLink>
      <ButtonLink to={`/statements/csv?${search}`} look="secondary" isDocument>
        {say("csv")}
      </ButtonLink>
    </>
  )
}

/** How an account stood, the same for its customer and for staff. */
export function StatementView({ statement }: { statement: Statement }) {
  const say = useWords(words)
  const { currency, from, to } = statement
  const currencies = [...new Set([currency, ...statement.currencies])].sort()
  return (
    <>
      <Filters>
        <FilterDay name="from" label={say("from")} shown={from} />
        <FilterDay name="to" label={say("to")} shown={to} />
        {currencies.length > 1 ? (
          <FilterChoice
            name="currency"
            label={say("currency")}
            shown={currency}
            options={currencies.map((code) => ({ value: code, label: code }))}
          />
        ) : null}
      </Filters>
      <Card>
        <FactList
          facts={[
            { label: say("opening"), value: <Amount value={statement.opening} /> },
            { label: say("closing"), value: <Amount value={statement.closing} /> },
          ]}
        />
        <p className="text-muted text-sm">{say("meaning")}</p>
      </Card>
      <Lines statement={statement} />
    </>
  )
}

function Lines({ statement }: { statement: Statement }) {
  const say = useWords(words)
  const items = statement.lines.map((line, index) => ({ ...line, id: String(index) }))
  return (
    <DataTable
      caption={say("title")}
      page={{ items, next: null }}
      rowKey={(line) => line.id}
      empty={say("none")}
      emptyHelp={say("noneHelp")}
      columns={[
        { key: "entry", label: say("entry"), cell: (line) => say(`kind.${line.kind}`) },
        { key: "on", label: say("on"), cell: (line) => <Day on={line.on} /> },
        { key: "number", label: say("number"), cell: (line) => line.number ?? "–", isWide: true },
        {
          key: "amount",
          label: say("amount"),
          cell: (line) => <Amount value={line.amount} />,
          isNumber: true,
        },
        {
          key: "balance",
          label: say("balance"),
          cell: (line) => <Amount value={line.balance} />,
          isNumber: true,
          isWide: true,
        },
      ]}
    />
  )
}
