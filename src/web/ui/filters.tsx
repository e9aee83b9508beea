import { type FormEvent, type ReactNode, useEffect, useRef } from "react"
import { Form, Link, useLocation, useSearchParams, useSubmit } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { Button } from "./button.tsx"
import { Icon } from "./icon.tsx"
import { words } from "./table.words.ts"

/** What an address says of a list besides its filters. */
const others = ["after", "sort", "columns"]

/**
 * Filters live in the address, so a filtered list can be sent to a colleague. Works without scripts; with them a choice
 * takes effect at once.
 */
export function Filters({ exportPath, children }: { exportPath?: string; children: ReactNode }) {
  const say = useWords(words)
  const submit = useSubmit()
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const kept = [...search].filter(([name]) => ["sort", "columns"].includes(name))
  const filters = new URLSearchParams([...search].filter(([name]) => !others.includes(name)))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(filledIn(event.currentTarget), { preventScrollReset: true })
  }
  return (
    <search>
      <Form method="get" onSubmit={send} className="flex flex-wrap items-center gap-2">
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        {children}
        <noscript>
          <Button look="secondary">{say("filter")}</Button>
        </noscript>
        {filters.size > 0 ? (
          <Link
            className="text-muted hover:text-ink px-1 py-1.5 text-sm underline"
            to={`${pathname}?${new URLSearchParams(kept)}`}
          >
            {say("clearAll")}
          </Link>
        ) : null}
        {exportPath ? <ExportLink to={`${exportPath}?${filters}`} /> : null}
      </Form>
    </search>
  )
}

/** The whole list as a file. */
export function ExportLink({ to }: { to: string }) {
  const say = useWords(words)
  return (
    <Link
      className="rounded-box text-muted hover:bg-raised hover:text-ink ms-auto inline-flex min-h-9 items-center gap-2 px-2.5 text-sm no-underline"
      to={to}
      reloadDocument
    >
      <Icon name="download" />
      {say("exportCsv")}
    </Link>
  )
}

/** An empty field asks for nothing, and leaves nothing in the address. */
function filledIn(form: HTMLFormElement): FormData {
  const wanted = new FormData()
  for (const [name, value] of new FormData(form)) if (value !== "") wanted.append(name, value)
  return wanted
}

export interface FilterTextProps {
  readonly name: string
  readonly label: string
  readonly placeholder?: string
  /** What it asks for is long to say. */
  readonly isWide?: boolean
}

/** The first of them is where "/" leads. */
export function FilterText({ name, label, isWide, ...rest }: FilterTextProps) {
  const [search] = useSearchParams()
  const value = search.get(name) ?? ""
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.value = value
  }, [value])
  return (
    <label
      className={`border-line-strong rounded-box bg-surface has-focus-visible:outline-accent flex min-h-9 grow items-center gap-2 border px-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 ${isWide ? "sm:max-w-xl" : "sm:max-w-64"}`}
    >
      <Icon name="search" className="text-muted size-4" />
      <span
        className={
          rest.placeholder ? `text-muted shrink-0 text-sm ${isWide ? "max-sm:sr-only" : ""}` : "sr-only"
        }
      >
        {label}
      </span>
      <input
        ref={input}
        type="search"
        name={name}
        defaultValue={value}
        data-filter=""
        placeholder={label}
        className="placeholder:text-muted w-full min-w-0 bg-transparent py-1 text-base outline-none sm:text-sm"
        {...rest}
      />
    </label>
  )
}

/** A day; `shown` is what the list goes by where the address says nothing. */
export function FilterDay({ name, label, shown }: { name: string; label: string; shown?: string }) {
  const [search] = useSearchParams()
  const value = search.get(name) ?? shown ?? ""
  return (
    <label className="border-line-strong rounded-box bg-surface has-focus-visible:outline-accent flex min-h-9 items-center gap-2 border px-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2">
      <span className="text-muted shrink-0">{label}</span>
      <input
        key={value}
        type="date"
        name={name}
        defaultValue={value}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        className="min-w-0 bg-transparent py-1 outline-none"
      />
    </label>
  )
}

export interface FilterChoiceProps {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** What is shown while nothing is chosen, where "any" is no answer. */
  readonly shown?: string
  /** What nothing chosen means, where it is not "any". */
  readonly none?: string
}

/** A chip: it says what it filters by, and once it does, it can be taken away. */
export function FilterChoice({ name, label, options, shown, none }: FilterChoiceProps) {
  const say = useWords(words)
  const [search] = useSearchParams()
  const value = search.get(name) ?? ""
  return (
    <span
      className={`rounded-box flex min-h-9 items-stretch border text-sm ${value ? "border-accent bg-accent-soft" : "border-line-strong border-dashed"}`}
    >
      <label className="has-focus-visible:outline-accent rounded-box flex items-center ps-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2">
        <span className="text-muted">{label}</span>
        <select
          name={name}
          value={shown ?? value}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
          className="field-sizing-content bg-transparent px-2 py-1 font-medium outline-none"
        >
          {shown === undefined ? <option value="">{none ?? say("any")}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {value ? <ClearOne {...{ name, label }} /> : null}
    </span>
  )
}

/** Takes a filter out of the address. */
export function ClearOne({ name, label }: { name: string; label: string }) {
  const say = useWords(words)
  const without = new URLSearchParams(useSearchParams()[0])
  without.delete(name)
  without.delete("after")
  return (
    <Link
      to={`?${without}`}
      preventScrollReset
      aria-label={say("clearOne", { name: label })}
      className="text-muted hover:text-ink rounded-box flex w-8 items-center justify-center"
    >
      <Icon name="close" className="size-3.5" />
    </Link>
  )
}
