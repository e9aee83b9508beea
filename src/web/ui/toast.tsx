import { useEffect, useState } from "react"
import { useWords } from "../i18n/use-words.ts"
import { Icon } from "./icon.tsx"
import { words } from "./parts.words.ts"
import { listenForToasts, type Toast } from "./show-toast.ts"

/** Long enough to be read twice; a reader who is at it keeps it. */
const shownMs = 6_000

/** Where short news appears; once in a page. Spoken when it comes, and gone by itself. */
export function Toasts() {
  const say = useWords(words)
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const drop = (id: number) => setToasts((there) => there.filter((toast) => toast.id !== id))
  useEffect(() => listenForToasts((toast) => setToasts((there) => [...there.slice(-2), toast])), [])
  useEffect(() => {
    const [oldest] = toasts
    if (!oldest) return undefined
    const timer = setTimeout(() => drop(oldest.id), shownMs)
    return () => clearTimeout(timer)
  }, [toasts])
  return (
    <div role="status" className="pointer-events-none fixed end-4 bottom-4 z-40 space-y-2">
      {toasts.map(({ id, text, tone }) => (
        <div
          key={id}
          className="bg-overlay border-line shadow-large rounded-box pointer-events-auto flex max-w-sm items-center gap-3 border px-4 py-3 text-sm"
        >
          <Icon name={tone} className={`size-4.5 ${tone === "good" ? "text-good" : "text-bad"}`} />
          <span className="min-w-0 grow">{text}</span>
          <button
            type="button"
            aria-label={say("dismiss")}
            onClick={() => drop(id)}
            className="text-muted hover:text-ink flex size-6 items-center justify-center"
          >
            <Icon name="close" className="size-3.5" />
          </button>
        </div>
      ))}
    </div>
  )
}
