import type { ReactNode } from "react"
import { Form, Link, useLocation, useSearchParams } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { Button } from "./button.tsx"
import { words } from "./words.ts"

/** Filters live in the address, so a filtered list can be sent to a colleague. Works without scripts. */
export function Filters({ exportPath, children }: { exportPath?: string; children: ReactNode }) {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const filters = new URLSearchParams(search)
  filters.delete("after")
  return (
    <search>
      <Form
        key={filters.toString()}
        method="get"
        className="border-line rounded-box bg-raised flex flex-wrap items-end gap-3 border p-3"
      >
        {children}
        <Button look="secondary">{say("filter")}</Button>
        {filters.size > 0 ? (
          <Link className="text-accent px-1 py-2 text-sm underline" to={pathname}>
            {say("clearFilters")}
          </Link>
        ) : null}
        {exportPath ? (
          <Link
            className="text-accent ms-auto px-1 py-2 text-sm underline"
            to={`${exportPath}?${filters}`}
            reloadDocument
          >
            {say("exportCsv")}
          </Link>
        ) : null}
      </Form>
    </search>
  )
}

const control = "border-line-strong bg-surface min-h-10 rounded-box border px-3 py-1.5 text-base sm:text-sm"

export function FilterText({ name, label, ...rest }: { name: string; label: string; placeholder?: string }) {
  const [search] = useSearchParams()
  return (
    <label className="block grow space-y-1 text-sm sm:grow-0">
      <span className="block font-medium">{label}</span>
      <input
        type="search"
        name={name}
        defaultValue={search.get(name) ?? ""}
        className={`${control} w-full`}
        {...rest}
      />
    </label>
  )
}

export interface FilterChoiceProps {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export function FilterChoice({ name, label, options }: FilterChoiceProps) {
  const say = useWords(words)
  const [search] = useSearchParams()
  return (
    <label className="block grow space-y-1 text-sm sm:grow-0">
      <span className="block font-medium">{label}</span>
      <select name={name} defaultValue={search.get(name) ?? ""} className={`${control} w-full`}>
        <option value="">{say("any")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
