import type { ReactNode } from "react"
import { withLanguage } from "../i18n/languages.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { words } from "../words.ts"

export interface DemoBannerProps {
  /** The tour itself, where there is room for it. Otherwise a link leads to it. */
  readonly children?: ReactNode
}

export function DemoBanner({ children }: DemoBannerProps) {
  const say = useWords(words)
  const root = useRoot()
  if (!root?.shop.isDemo) return null
  return (
    <div className="bg-warn-soft text-warn border-line px-4 py-1 text-center text-xs in-data-shell:border-b in-data-shell:text-start sm:in-data-shell:px-6">
      <p className="inline">{say("demo")}</p> {children ?? (root.isTourOver ? null : <ToTour />)}
    </div>
  )
}

function ToTour() {
  return (
    <a className="whitespace-nowrap underline" href={`${withLanguage("/", useLanguage())}#tour`}>
      {useWords(words)("tour")}
    </a>
  )
}
