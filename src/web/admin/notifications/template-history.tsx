import { Link } from "react-router"
import type { Language } from "../../i18n/languages.ts"
import { useWords } from "../../i18n/use-words.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { Template } from "./templates.ts"
import { words } from "./templates.words.ts"

export function TemplateHistory({ template, asked }: { template: Template; asked: Language }) {
  const say = useWords(words)
  const items = template.history.filter(({ language }) => language === asked)
  // The address may say what was just done, which a list would take for a filter that nothing matches.
  if (items.length === 0) return <EmptyState title={say("noHistory")}>{say("noHistoryHelp")}</EmptyState>
  return (
    <section className="space-y-3" aria-labelledby="history">
      <h2 id="history" className="text-lg font-semibold">
        {say("history")}
      </h2>
      <DataTable
        caption={say("history")}
        page={{ items, next: null }}
        rowKey={({ id }) => id}
        empty={say("noHistory")}
        columns={[
          { key: "number", label: say("version"), cell: ({ number }) => String(number) },
          {
            key: "what",
            label: say("subject"),
            cell: ({ words: said }) => said?.subject ?? <span className="text-muted">{say("toHouse")}</span>,
          },
          { key: "by", label: say("by"), cell: ({ writtenBy }) => writtenBy, isWide: true },
          { key: "at", label: say("at"), cell: ({ writtenAt }) => <Moment at={writtenAt} />, isWide: true },
          {
            key: "take",
            label: say("takeUp"),
            cell: ({ id, words: said, number }) =>
              said ? (
                <Link
                  className="text-accent underline"
                  to={`?language=${asked}&version=${id}`}
                  aria-label={say("takeUpOne", { number })}
                >
                  {say("takeUp")}
                </Link>
              ) : (
                "–"
              ),
          },
        ]}
      />
    </section>
  )
}
