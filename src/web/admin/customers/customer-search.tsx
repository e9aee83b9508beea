import { useEffect, useRef, useState } from "react"
import { Link, useSearchParams } from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { Icon } from "../../ui/icon.tsx"
import { words } from "./customers.words.ts"

export type Match = Awaited<ReturnType<ApiClient["customers"]["search"]>>["items"][number]

/** Typing pauses so long between two words, not between two letters. */
const PAUSE_MS = 150

/**
 * One box for everything. Without scripts it is a field of the list's form; with them it shows as you type whom it
 * finds, and by what.
 */
export function CustomerSearch() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const [text, setText] = useState(search.get("search") ?? "")
  const [isTyped, setTyped] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // Whoever was quicker than the scripts has typed already: React would put its own text back over theirs.
  useEffect(() => {
    const typed = field.current?.value ?? ""
    if (typed === (field.current?.defaultValue ?? "")) return
    setText(typed)
    setTyped(true)
  }, [])
  const matches = useMatches(isTyped ? text : "")
  return (
    <div className="relative grow text-sm sm:max-w-80">
      <label htmlFor="customer-search" className="sr-only">
        {say("search")}
      </label>
      <Icon name="search" className="text-muted absolute inset-y-0 start-3 my-auto size-4" />
      <input
        ref={field}
        data-filter=""
        id="customer-search"
        type="search"
        name="search"
        value={text}
        autoComplete="off"
        placeholder={say("searchHelp")}
        aria-controls="customer-matches"
        onChange={(event) => {
          setText(event.target.value)
          setTyped(true)
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") setTyped(false)
        }}
        className="border-line-strong bg-surface min-h-9 rounded-box w-full border ps-9 pe-3 py-1 text-base sm:text-sm"
      />
      <p role="status" className="sr-only">
        {matches ? say("found", { count: matches.length }) : ""}
      </p>
      <ul
        id="customer-matches"
        className={
          matches && matches.length > 0
            ? "border-line bg-overlay rounded-box shadow-large absolute z-20 mt-1 w-full min-w-72 border py-1"
            : "hidden"
        }
      >
        {(matches ?? []).map((match) => (
          <MatchItem key={match.accountId} match={match} />
        ))}
      </ul>
    </div>
  )
}

function MatchItem({ match }: { match: Match }) {
  const say = useWords(words)
  return (
    <li>
      <Link
        className="hover:bg-raised focus:bg-raised block px-3 py-2 no-underline"
        to={`/admin/customers/${match.accountId}`}
      >
        <span className="font-medium">{match.name}</span>{" "}
        <span className="text-muted break-all">{match.email}</span>
        <span className="text-muted block text-xs break-all">
          {say(`match.${match.kind}`)}: {match.matched}
        </span>
      </Link>
    </li>
  )
}

/** Undefined while nothing is asked. An answer that comes after a later question is thrown away. */
function useMatches(text: string): readonly Match[] | undefined {
  const [matches, setMatches] = useState<readonly Match[]>()
  const asked = useRef(0)
  const isTooShort = text.trim().length < 2
  useEffect(() => {
    const number = ++asked.current
    if (isTooShort) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      findMatches(text, stop.signal).then(
        (found) => {
          if (number === asked.current) setMatches(found)
        },
        // The box stays a field of its form: whoever presses Enter gets the list, or the error page.
        () => setMatches(undefined),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, isTooShort])
  return isTooShort ? undefined : matches
}

async function findMatches(text: string, signal: AbortSignal): Promise<readonly Match[]> {
  const answer = await fetch(`/api/v1/customer-search?${new URLSearchParams({ text })}`, { signal })
  if (!answer.ok) throw new Error(`The search answered ${answer.status}.`)
  const found = (await answer.json()) as { items: readonly Match[] }
  return found.items
}
