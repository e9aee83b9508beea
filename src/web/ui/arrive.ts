import { languageOfPath } from "../i18n/languages.ts"
import { sayIn } from "../i18n/say.ts"
import { words } from "./arrive.words.ts"

interface Standing {
  /** Another page is being fetched. */
  readonly isWaiting: boolean
  readonly hash: string
}

/** Of the page that is shown. The first one was loaded by the browser, which did all this itself. */
let shown = location.pathname
let bar: HTMLElement | undefined

/** What a browser does when it loads a page, and a script that swaps pages does not. */
export function arrive({ isWaiting, hash }: Standing): void {
  bar?.remove()
  // Within the page's main part, where whoever goes by landmarks comes across it; first, for what is last has no space
  // below it, and would get some for as long.
  if (isWaiting) (document.querySelector("main") ?? document.body).prepend((bar ??= createBar()))
  if (isWaiting || shown === location.pathname) return
  shown = location.pathname
  // Where the address or the page itself says what comes first, or a dialog stands above it, that stays.
  if (hash || document.querySelector("main :focus, dialog[open]")) return
  document.querySelector("h1")?.focus({ preventScroll: true })
}

function createBar(): HTMLElement {
  const made = document.createElement("div")
  made.role = "progressbar"
  made.ariaLabel = sayIn(words, languageOfPath(location.pathname))("loading")
  made.dataset["waiting"] = ""
  return made
}
