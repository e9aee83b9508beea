import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from "react"
import { useNavigate } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { IconButton } from "../ui/button.tsx"
import { Icon } from "../ui/icon.tsx"
import { words } from "./commands.words.ts"
import type { Way } from "./navigation.ts"
import { readPress, type Wish } from "./press.ts"

// Whoever presses nothing loads nothing.
const Palette = lazy(() => import("./palette.tsx").then(({ Palette: part }) => ({ default: part })))
const KeySheet = lazy(() => import("./key-sheet.tsx").then(({ KeySheet: part }) => ({ default: part })))

/** How long "g" waits for its second letter. */
const leadMs = 1_500

export type Opened = "palette" | "keys" | undefined

/** Keys of the whole admin, and what they open. */
export function useCommands(ways: readonly Way[]) {
  const [opened, setOpened] = useState<Opened>()
  const navigate = useNavigate()
  const leadAt = useRef(Number.NEGATIVE_INFINITY)
  const obey = (wish: Wish) => {
    if (wish.kind === "palette" || wish.kind === "keys") setOpened(wish.kind)
    else if (wish.kind === "go") void navigate(wish.to)
    else if (wish.kind === "filter") document.querySelector<HTMLElement>("[data-filter]")?.focus()
    else if (wish.kind === "list")
      void import("../ui/table-keys.ts").then((keys) => keys.moveInList(wish.key))
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const wish = readPress(pressOf(event, leadAt.current), ways)
    leadAt.current = wish?.kind === "lead" ? event.timeStamp : Number.NEGATIVE_INFINITY
    if (!wish) return
    if (wish.kind !== "list" && wish.kind !== "lead") event.preventDefault()
    obey(wish)
  })
  useEffect(() => {
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  return { opened, open: setOpened }
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
}

export function Commands({ ways, opened, open }: CommandsProps) {
  if (!opened) return null
  const close = () => open(undefined)
  return (
    <Suspense fallback={null}>
      {opened === "palette" ? <Palette ways={ways} close={close} /> : <KeySheet ways={ways} close={close} />}
    </Suspense>
  )
}

/** Where a pointer finds what the keys open. */
export function SearchButton({ open }: Pick<CommandsProps, "open">) {
  const say = useWords(words)
  return (
    <button
      type="button"
      onClick={() => open("palette")}
      className="border-line bg-surface text-muted rounded-box hover:border-line-strong shadow-small flex min-h-9 w-full items-center gap-2 border px-2.5 transition-colors pointer-coarse:min-h-11"
    >
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
