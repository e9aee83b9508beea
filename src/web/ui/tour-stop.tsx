import type { ReactNode } from "react"
import { withLanguage } from "../i18n/languages.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { words as commonWords } from "../words.ts"
import { words } from "./tour.words.ts"

export type StopName = "buy" | "break" | "repair" | "clock"

/**
 * What a stop of the demo's tour is about. Its address lights it up, moves the focus there and shows the way back, without
 * any script; Esc ends that (end-tour.ts).
 */
export function TourStop({ name, children }: { name: StopName; children: ReactNode }) {
  const say = useWords(words)
  const sayAnywhere = useWords(commonWords)
  const language = useLanguage()
  if (!useRoot()?.shop.isDemo) return children
  return (
    <div id={`tour-${name}`} tabIndex={-1} className="tour-stop">
      <p className="tour-note text-accent text-sm">
        {say("here")}{" "}
        <a className="underline" href={withLanguage("/tour", language)}>
          {sayAnywhere("tour")}
        </a>
      </p>
      {children}
    </div>
  )
}
