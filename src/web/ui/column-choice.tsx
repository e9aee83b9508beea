import { useId } from "react"
import { Link, useSearchParams } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { Icon } from "./icon.tsx"
import { MenuTitle, Popover } from "./popover.tsx"
import { words } from "./table.words.ts"

interface Choosable {
  readonly key: string
  readonly label: string
  readonly isExtra?: boolean
}

/** Which columns the address asks for; without a word about it, all that are no extras. The first names the row. */
export function useShownColumns<One extends Choosable>(columns: readonly One[]): readonly One[] {
  const [search] = useSearchParams()
  const chosen = search.get("columns")?.split(",")
  if (!chosen) return columns.filter((column) => !column.isExtra)
  return columns.filter((column, index) => index === 0 || chosen.includes(column.key))
}

export interface ColumnChoiceProps {
  readonly columns: readonly Choosable[]
  readonly shown: readonly Choosable[]
}

/** Links of the address, so that it works without scripts, within any form, and can be sent to a colleague. */
export function ColumnChoice({ columns, shown }: ColumnChoiceProps) {
  const say = useWords(words)
  const id = useId()
  const [search] = useSearchParams()
  const free = columns.slice(1)
  if (free.length < 3) return null
  const turned = (column: Choosable) => {
    const wanted = new URLSearchParams(search)
    const kept = free.filter((one) => shown.includes(one) !== (one === column))
    wanted.set("columns", kept.map(({ key }) => key).join(","))
    return `?${wanted}`
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={say("columns")}
        title={say("columns")}
        className="rounded-small hover:bg-surface hover:text-ink ms-2 inline-flex size-6 items-center justify-center align-middle"
      >
        <Icon name="columns" />
      </button>
      <Popover id={id} label={say("columns")} side="end" isKept className="text-start font-normal">
        <MenuTitle>{say("columns")}</MenuTitle>
        {free.map((column) => (
          <Link
            key={column.key}
            to={turned(column)}
            preventScrollReset
            aria-current={shown.includes(column) ? "true" : undefined}
            className="rounded-small hover:bg-raised text-ink flex min-h-8 items-center gap-2.5 px-2.5 text-sm no-underline"
          >
            <span className="grow">{column.label}</span>
            {shown.includes(column) ? <Icon name="check" className="text-accent size-4" /> : null}
          </Link>
        ))}
      </Popover>
    </>
  )
}
