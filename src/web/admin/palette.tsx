import { Autocomplete } from "@base-ui/react/autocomplete"
import { useState } from "react"
import { useNavigate } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { Icon, type IconName } from "../ui/icon.tsx"
import { useModal } from "../ui/use-modal.ts"
import { useRoot } from "../use-root.ts"
import { type Found, foundIcons } from "./found.ts"
import { innerPages } from "./inner-pages.ts"
import { words as innerWords } from "./inner-pages.words.ts"
import type { Way } from "./navigation.ts"
import { words as commandWords } from "./palette.words.ts"
import { useFound } from "./use-found.ts"
import { listVisited } from "./visited.ts"
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

export interface PaletteProps {
  readonly ways: readonly Way[]
  readonly close: () => void
  /** What is typed: kept outside, for the first letters come before the palette is there. */
  readonly text: string
  readonly setText: (text: string) => void
}

/** Pages at once, things of the shop as soon as the API has found them. */
export function Palette({ ways, close, text, setText }: PaletteProps) {
  const say = useWords(commandWords)
  const navigate = useNavigate()
  const dialog = useModal(close)
  const { found, state } = useFound(text)
  const recent = useRecent()
  const pages = usePages(ways)
  const groups =
    text.trim() === ""
      ? groupsOf([
          [say("recent"), recent],
          [say("page"), pages],
        ])
      : groupsOf(foundIn(fitting(pages, text), found, say))
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
            key={`${entry.to} ${entry.label}`}
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
  const sayInner = useWords(innerWords)
  const permissions = useRoot()?.me.permissions ?? []
  const inner = innerPages.filter(({ permission }) => permissions.includes(permission))
  return [
    ...ways.map(({ to, word, icon, key }) => ({ to, icon, label: say(word), about: key ? `g ${key}` : "" })),
    ...inner.map(({ to, word, icon }) => ({ to, icon, label: sayInner(word), about: "" })),
  ]
}

/** What was read in this tab, the last of it first. */
function useRecent(): Entry[] {
  const readerId = useRoot()?.me.person?.id
  const [visited] = useState(() => (readerId ? listVisited(readerId) : []))
  return visited.map(({ to, label }) => ({ to, label, about: "", icon: "again" }))
}

function fitting(pages: readonly Entry[], text: string): Entry[] {
  const wanted = text.trim().toLowerCase()
  return pages.filter(({ label, to }) =>
    `${label} ${to.slice("/admin".length)}`.toLowerCase().includes(wanted),
  )
}

/** By kind. Pages that fit by their name are there at once; the API adds those that fit by other words. */
function foundIn(
  pages: readonly Entry[],
  found: readonly Found[],
  say: (key: Found["kind"]) => string,
): [string, Entry[]][] {
  const kinds = Object.keys(foundIcons) as Found["kind"][]
  return kinds.map((kind) => {
    const known = kind === "page" ? pages : []
    const more = found.filter((one) => one.kind === kind && !known.some(({ to }) => to === one.to))
    return [
      say(kind),
      [...known, ...more.map(({ to, label, about }) => ({ to, label, about, icon: foundIcons[kind] }))],
    ]
  })
}

function groupsOf(groups: readonly (readonly [string, readonly Entry[]])[]): Group[] {
  return groups.flatMap(([value, items]) => (items.length > 0 ? [{ value, items }] : []))
}
