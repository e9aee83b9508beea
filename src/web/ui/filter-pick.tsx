import { lazy, startTransition, useRef, useState } from "react"
import { useSearchParams } from "react-router"
import { ClearOne } from "./filters.tsx"
import { Icon } from "./icon.tsx"
import type { FindOptions } from "./option.ts"

const Combobox = lazy(() => import("./combobox.tsx").then((part) => ({ default: part.Combobox })))

export interface FilterPickProps {
  readonly name: string
  readonly label: string
  readonly find: FindOptions
  /** What the chosen one is called; null: nobody knows, and its id stands for it. */
  readonly chosen?: string | null | undefined
}

/**
 * One of many, found by its name. The address holds its id, the chip says its name. Until it is touched, and without
 * scripts, it is a plain field for the id.
 */
export function FilterPick({ name, label, find, chosen }: FilterPickProps) {
  const [search] = useSearchParams()
  const value = search.get(name)
  if (!value) return <Pick {...{ name, label, find }} />
  return (
    <span className="border-accent bg-accent-soft rounded-box flex min-h-9 max-w-full items-stretch border text-sm">
      <span className="flex min-w-0 items-center gap-2 py-1 ps-3">
        <span className="text-muted shrink-0">{label}</span>
        <span className="min-w-0 font-medium wrap-anywhere">{chosen ?? value}</span>
        <input type="hidden" name={name} value={value} />
      </span>
      <ClearOne name={name} label={label} />
    </span>
  )
}

function Pick({ name, label, find }: Omit<FilterPickProps, "chosen">) {
  const [isTouched, setTouched] = useState(false)
  const [typed, setTyped] = useState("")
  const [isPressed, setPressed] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  // The choice has to stand in the form before the form is sent.
  const send = () => setTimeout(() => box.current?.closest("form")?.requestSubmit())
  return (
    <span
      ref={box}
      className="border-line-strong rounded-box bg-surface has-focus-visible:outline-accent flex min-h-9 grow items-center gap-2 border ps-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 sm:max-w-64"
    >
      <Icon name="search" className="text-muted size-4" />
      {isTouched ? (
        <Combobox {...{ name, find, label, typed }} isOpen={isPressed} onChoose={send} />
      ) : (
        <input
          name={name}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          onPointerDown={() => setPressed(true)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          // It stays until the list is there, with what was typed meanwhile.
          onFocus={() => startTransition(() => setTouched(true))}
          className="placeholder:text-muted w-full min-w-0 bg-transparent py-1 text-base outline-none sm:text-sm"
        />
      )}
    </span>
  )
}
