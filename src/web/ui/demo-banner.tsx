import type { ReactNode } from "react"
import { withLanguage } from "../i18n/languages.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { words } from "../words.ts"

export interface DemoBannerProps {
  /** Another way to the tour than the link that leads to it. */
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

export function ToTour() {
  return (
    <a className="whitespace-nowrap underline" href={withLanguage("/tour", useLanguage())}>
      {useWords(words)("tour")}
    </a>
  )
}
