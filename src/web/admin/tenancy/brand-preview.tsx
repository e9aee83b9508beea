import { useEffect, useRef } from "react"
import { deriveTokens, type Theme } from "#kit/theme.ts"
import { useWords } from "../../i18n/use-words.ts"
import { words } from "./settings.words.ts"

/** A corner of a page in the chosen colours. Set by script on the element: the policy allows no style in the markup. */
export function BrandPreview({ colours }: { colours: Theme["light"] }) {
  const say = useWords(words)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const [name, colour] of Object.entries(deriveTokens(colours))) {
      place.current?.style.setProperty(`--${name}`, colour)
    }
  }, [colours])
  return (
    <div
      ref={place}
      aria-label={say("preview")}
      role="img"
      className="bg-surface text-ink border-line rounded-box space-y-2 border p-4"
    >
      <p className="font-semibold">{say("previewText")}</p>
      <p className="text-muted text-sm">{say("previewMuted")}</p>
      <p className="flex flex-wrap items-center gap-3">
        <span className="bg-accent text-accent-ink rounded-box px-4 py-1.5 text-sm font-medium">
          {say("previewButton")}
        </span>
        <span className="text-accent underline">{say("previewLink")}</span>
        <span className="bg-accent-soft text-accent rounded-full px-2.5 py-0.5 text-xs">{say("brand")}</span>
      </p>
    </div>
  )
}
