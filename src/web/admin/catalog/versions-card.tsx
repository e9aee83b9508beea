import type { Currency } from "#kit/money.ts"
import { formatAmount, formatInstant } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { cycles } from "../../ui/cycle.ts"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { useTimeZone } from "../../use-root.ts"
import { ChangesTable } from "./changes-table.tsx"
import type { Plan, Version } from "./range.ts"
import { words } from "./words.ts"

/** Everything that was ever on sale: who published it, when, why, and what it changed. */
export function VersionsCard({ plan }: { plan: Plan }) {
  const say = useWords(words)
  if (plan.versions.length === 0) {
    return <EmptyState title={say("noVersions")}>{say("noVersionsHelp")}</EmptyState>
  }
  return (
    <section className="space-y-3" aria-labelledby="versions">
      <h2 id="versions" className="text-lg font-semibold">
        {say("history")}
      </h2>
      <ol className="space-y-3">
        {plan.versions.map((version) => (
          <li key={version.id} className="border-line rounded-box bg-surface space-y-3 border p-4">
            <VersionHead version={version} />
            {version.changes ? (
              <ChangesTable changes={version.changes} jump={plan.askAgainPercent} />
            ) : (
              <p className="text-muted text-sm">{say("first")}</p>
            )}
            <AllPrices version={version} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function VersionHead({ version }: { version: Version }) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h3 className="font-medium">{say("versionNumber", { number: version.number })}</h3>
      {version.isCurrent ? <Badge tone="good">{say("current")}</Badge> : null}
      <p className="text-muted text-sm">
        {say("publishedBy", {
          name: version.publishedBy || say("theHouse"),
          at: formatInstant(version.publishedAt, language, timeZone),
        })}
      </p>
      {version.note ? <p className="w-full text-sm break-words">{version.note}</p> : null}
    </div>
  )
}

function AllPrices({ version: { text } }: { version: Version }) {
  const say = useWords(words)
  const sayCycle = useWords(cycleWords)
  const language = useLanguage()
  const currencies = Object.keys(text.prices) as Currency[]
  const rows = currencies.flatMap((currency) =>
    cycles.flatMap((cycle) => {
      const price = text.prices[currency]?.[cycle]
      return price ? [{ currency, cycle, ...price }] : []
    }),
  )
  return (
    <details>
      <summary className="text-accent w-fit py-1 text-sm underline">{say("allPrices")}</summary>
      <ul className="grid gap-x-8 gap-y-1 pt-2 text-sm sm:grid-cols-2">
        {rows.map(({ currency, cycle, amount, setupFee }) => (
          <li key={`${currency} ${cycle}`} className="flex justify-between gap-4">
            <span className="text-muted">{sayCycle(cycle)}</span>
            <span className="tabular-nums">
              {formatAmount({ minor: amount, currency }, language)}
              {setupFee === "0" ? null : ` + ${formatAmount({ minor: setupFee, currency }, language)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
