import { useSearchParams } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { FilterChoice, FilterDay } from "./filters.tsx"
import { words } from "./parts.words.ts"
import { periodNames } from "./period.ts"

/** The list from a day to a day: by a name that means other days tomorrow, so that a view kept of it stays of use, or by two. */
export function FilterPeriod({ label }: { label: string }) {
  const say = useWords(words)
  const [search] = useSearchParams()
  const period = search.get("period")
  const isOwn = period === "days" || (!period && (search.has("from") || search.has("to")))
  const options = [
    ...periodNames.map((value) => ({ value, label: say(value) })),
    { value: "days", label: say("ownDays") },
  ]
  return (
    <>
      <FilterChoice name="period" label={label} options={options} />
      {isOwn ? (
        <>
          <FilterDay name="from" label={say("from")} />
          <FilterDay name="to" label={say("to")} />
        </>
      ) : null}
    </>
  )
}
