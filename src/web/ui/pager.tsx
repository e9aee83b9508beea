import { useSearchParams } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { ButtonLink } from "./button.tsx"
import { words } from "./words.ts"

/** Keyset paging knows the next page and the first; Back in the browser is the way back. */
export function Pager({ next }: { next: string | null }) {
  const say = useWords(words)
  const [search] = useSearchParams()
  const isFurther = search.has("after")
  if (next === null && !isFurther) return null
  return (
    <nav aria-label={say("pages")} className="flex gap-2">
      {isFurther ? (
        <ButtonLink look="secondary" size="small" to={address(search, null)}>
          {say("first")}
        </ButtonLink>
      ) : null}
      {next === null ? null : (
        <ButtonLink look="secondary" size="small" to={address(search, next)}>
          {say("next")}
        </ButtonLink>
      )}
    </nav>
  )
}

function address(search: URLSearchParams, after: string | null): string {
  const wanted = new URLSearchParams(search)
  wanted.delete("after")
  if (after !== null) wanted.set("after", after)
  return `?${wanted}`
}
