import { Link } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import type { Crumb } from "./structured-data.ts"
import { words } from "./words.ts"

/** The way back up; the last one is where the reader is. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const say = useWords(words)
  return (
    <nav aria-label={say("youAreHere")} className="text-muted text-sm">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {crumbs.map(({ to, label }, index) => (
          <li key={to} className="flex gap-x-2">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            {index === crumbs.length - 1 ? (
              <span aria-current="page" className="text-ink">
                {label}
              </span>
            ) : (
              <Link className="hover:text-ink no-underline" to={to}>
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
