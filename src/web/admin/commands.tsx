import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from "react"
import { useLocation, useNavigate } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { IconButton } from "../ui/button.tsx"
import { Icon } from "../ui/icon.tsx"
import { useRoot } from "../use-root.ts"
import { words } from "./commands.words.ts"
import type { Way } from "./navigation.ts"
import { readPress, type Wish } from "./press.ts"

// Whoever presses nothing loads nothing.
const Palette = lazy(() => import("./palette.tsx").then(({ Palette: part }) => ({ default: part })))
const KeySheet = lazy(() => import("./key-sheet.tsx").then(({ KeySheet: part }) => ({ default: part })))

/** Where "/" leads: to what a list is searched by, or else to its first filter. */
const filterField = "[data-filter], main search :is(input:not([type=hidden]), select)"

/** How long "g" waits for its second letter. */
const leadMs = 1_500

export type Opened = "palette" | "keys" | undefined

/** Keys of the whole admin, and what they open. */
export function useCommands(ways: readonly Way[]) {
  const [opened, setOpened] = useState<Opened>()
  const navigate = useNavigate()
  const leadAt = useRef(Number.NEGATIVE_INFINITY)
  const [text, setText] = useState("")
  const open = (wish: Opened) => {
    setText("")
    setOpened(wish)
  }
  const obey = (wish: Wish) => {
    if (wish.kind === "palette" || wish.kind === "keys") open(wish.kind)
    else if (wish.kind === "go") void navigate(wish.to)
    else if (wish.kind === "filter") document.querySelector<HTMLElement>(filterField)?.focus()
    else if (wish.kind === "list")
      void import("../ui/table-keys.ts").then((keys) => keys.moveInList(wish.key))
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const press = pressOf(event, leadAt.current)
    // The palette is on its way: what is typed meanwhile is meant for it.
    if (opened === "palette" && !press.isTyping && !press.hasCommand && event.key.length === 1) {
      setText((typed) => typed + event.key)
      event.preventDefault()
      return
    }
    const wish = readPress(press, ways)
    leadAt.current = wish?.kind === "lead" ? event.timeStamp : Number.NEGATIVE_INFINITY
    if (!wish) return
    if (wish.kind !== "list" && wish.kind !== "lead") event.preventDefault()
    obey(wish)
  })
  useEffect(() => {
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  useVisits()
  return { opened, open, text, setText }
}

/** What was read last stands first in the palette. */
function useVisits() {
  const { pathname } = useLocation()
  const readerId = useRoot()?.me.person?.id
  useEffect(() => {
    if (!readerId || !pathname.includes("_")) return
    const name = document.querySelector("h1")?.textContent ?? ""
    void import("./visited.ts").then(({ noteVisited }) => noteVisited(readerId, pathname, name))
  }, [readerId, pathname])
}

function pressOf(event: KeyboardEvent, leadAt: number) {
  const place = event.target as HTMLElement
  return {
    key: event.key,
    hasCommand: event.metaKey || event.ctrlKey,
    // A dialog has keys of its own, and a letter in a field is a letter.
    isTyping:
      event.altKey || place.matches("input:not([type=checkbox]), textarea, select, dialog *, [popover] *"),
    isAfterLead: event.timeStamp - leadAt < leadMs,
  }
}

export interface CommandsProps {
  readonly ways: readonly Way[]
  readonly opened: Opened
  readonly open: (opened: Opened) => void
  readonly text: string
  readonly setText: (text: string) => void
}

export function Commands({ ways, opened, open, text, setText }: CommandsProps) {
  if (!opened) return null
  const close = () => open(undefined)
  return (
    <Suspense fallback={null}>
      {opened === "palette" ? (
        <Palette {...{ ways, close, text, setText }} />
      ) : (
        <KeySheet ways={ways} close={close} />
      )}
    </Suspense>
  )
}

/** Where a pointer finds what the keys open. */
export function SearchButton({ open }: Pick<CommandsProps, "open">) {
  const say = useWords(words)
  return (
    <button type="button" onClick={() => open("palette")} className="search-button">
      <Icon name="search" />
      <span className="grow text-start">{say("search")}</span>
      <kbd className="font-sans text-xs">Ctrl K</kbd>
    </button>
  )
}

export function SearchIcon({ open }: Pick<CommandsProps, "open">) {
  const say = useWords(words)
  return <IconButton icon="search" label={say("search")} onClick={() => open("palette")} />
}
