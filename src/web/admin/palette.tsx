import { Autocomplete } from "@base-ui/react/autocomplete"
import { useEffect, useState } from "react"
import { useHref, useNavigate } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { Icon, type IconName } from "../ui/icon.tsx"
import { useModal } from "../ui/use-modal.ts"
import { useRoot } from "../use-root.ts"
import type { Found } from "./find.ts"
import { innerPages } from "./inner-pages.ts"
import type { Way } from "./navigation.ts"
import { words as commandWords } from "./palette.words.ts"
import { words } from "./words.ts"

interface Entry {
  readonly to: string
  readonly label: string
  readonly about: string
  readonly icon: IconName
}

interface Group {
  readonly value: string
  readonly items: readonly Entry[]
}

const icons = { order: "order", invoice: "invoice", service: "service", customer: "customer" } as const

export interface PaletteProps {
  readonly ways: readonly Way[]
  readonly close: () => void
}

/** Pages at once, things of the shop as soon as the API has found them. */
export function Palette({ ways, close }: PaletteProps) {
  const say = useWords(commandWords)
  const navigate = useNavigate()
  const dialog = useModal(close)
  const [text, setText] = useState("")
  const { found, state } = useFound(text)
  const groups = [...pageGroups(usePages(ways), text, say("pages")), ...foundGroups(found, say)]
  const go = (entry: Entry) => {
    close()
    void navigate(entry.to)
  }
  const status =
    state === "searching"
      ? say("searching")
      : state === "failed"
        ? say("failed")
        : say("found", { count: groups.reduce((sum, group) => sum + group.items.length, 0) })
  return (
    <dialog
      ref={dialog}
      aria-label={say("title")}
      className="bg-overlay text-ink border-line shadow-large rounded-box mx-auto mt-[10vh] w-[min(40rem,calc(100vw-1rem))] overflow-hidden border p-0 text-sm"
    >
      <Autocomplete.Root
        open
        inline
        items={groups}
        filter={null}
        value={text}
        onValueChange={setText}
        itemToStringValue={(entry: Entry) => entry.label}
        autoHighlight="always"
        keepHighlight
      >
        <div className="border-line flex items-center gap-3 border-b px-4">
          <Icon name="search" className="text-muted size-4.5" />
          <Autocomplete.Input
            autoFocus
            aria-label={say("title")}
            placeholder={say("placeholder")}
            className="placeholder:text-muted min-h-12 w-full bg-transparent text-base outline-none"
          />
        </div>
        <div className="max-h-[min(60vh,26rem)] overflow-y-auto p-1.5">
          {groups.length === 0 && state !== "searching" ? (
            <p className="text-muted px-3 py-8 text-center">{say("nothing", { text })}</p>
          ) : null}
          <Autocomplete.List>
            {(group: Group) => <Entries key={group.value} {...{ group, go }} />}
          </Autocomplete.List>
        </div>
        <PaletteFoot status={status} />
      </Autocomplete.Root>
    </dialog>
  )
}

function Entries({ group, go }: { group: Group; go: (entry: Entry) => void }) {
  return (
    <Autocomplete.Group items={group.items} className="pb-1.5">
      <Autocomplete.GroupLabel className="text-muted px-2.5 py-1 text-xs font-medium">
        {group.value}
      </Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(entry: Entry) => (
          <Autocomplete.Item
            key={entry.to}
            value={entry}
            onClick={() => go(entry)}
            className="rounded-small data-highlighted:bg-accent-soft flex min-h-9 cursor-default items-center gap-3 px-2.5 py-1 outline-none"
          >
            <Icon name={entry.icon} className="text-muted size-4" />
            <span className="min-w-0 truncate">{entry.label}</span>
            <span className="text-muted ms-auto min-w-0 truncate ps-4 text-xs">{entry.about}</span>
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  )
}

function PaletteFoot({ status }: { status: string }) {
  const say = useWords(commandWords)
  return (
    <div className="border-line bg-raised text-muted flex flex-wrap gap-x-4 gap-y-1 border-t px-4 py-2 text-xs">
      <span>
        <kbd>↑↓</kbd> {say("move")}
      </span>
      <span>
        <kbd>↵</kbd> {say("open")}
      </span>
      <span>
        <kbd>Esc</kbd> {say("close")}
      </span>
      <output className="ms-auto">{status}</output>
    </div>
  )
}

function usePages(ways: readonly Way[]): Entry[] {
  const say = useWords(words)
  const sayInner = useWords(commandWords)
  const permissions = useRoot()?.me.permissions ?? []
  const inner = innerPages.filter(({ permission }) => permissions.includes(permission))
  return [
    ...ways.map(({ to, word, icon, key }) => ({ to, icon, label: say(word), about: key ? `g ${key}` : "" })),
    ...inner.map(({ to, word, icon }) => ({ to, icon, label: sayInner(word), about: "" })),
  ]
}

function pageGroups(pages: readonly Entry[], text: string, name: string): Group[] {
  const wanted = text.trim().toLowerCase()
  const items = pages.filter(({ label, to }) => `${label} ${to}`.toLowerCase().includes(wanted))
  return items.length > 0 ? [{ value: name, items }] : []
}

function foundGroups(found: readonly Found[], say: (key: Found["kind"]) => string): Group[] {
  return (Object.keys(icons) as Found["kind"][])
    .map((kind) => ({
      value: say(kind),
      items: found
        .filter((one) => one.kind === kind)
        .map(({ to, label, about }) => ({ to, label, about, icon: icons[kind] })),
    }))
    .filter(({ items }) => items.length > 0)
}

/** Long enough that a fast typist asks once. */
const pauseMs = 150

function useFound(text: string) {
  const address = useHref("/admin/find")
  const wanted = text.trim()
  const [answer, setAnswer] = useState<{ readonly for: string; readonly found: readonly Found[] | null }>()
  useEffect(() => {
    if (wanted.length < 2) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      void askFor(`${address}?q=${encodeURIComponent(wanted)}`, stop.signal).then(
        (found) => stop.signal.aborted || setAnswer({ for: wanted, found }),
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wanted, address])
  if (wanted.length < 2) return { found: [], state: "idle" } as const
  // What the last word found stays until the next answer is there: nothing flickers.
  const state = answer?.for !== wanted ? "searching" : answer.found ? "idle" : "failed"
  return { found: answer?.found ?? [], state } as const
}

/** Nothing, when it did not answer: the palette says so. */
async function askFor(address: string, signal: AbortSignal): Promise<readonly Found[] | null> {
  const answer = await fetch(address, { signal }).then(
    (response) => (response.ok ? (response.json() as Promise<{ found: readonly Found[] }>) : null),
    () => null,
  )
  return answer?.found ?? null
}
