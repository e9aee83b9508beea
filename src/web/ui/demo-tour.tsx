import { withLanguage } from "../i18n/languages.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { ToTour } from "./demo-banner.tsx"
import { words } from "./tour.words.ts"

/** On the shop's own pages, which bring the tour back once it was put away. */
export function DemoTour() {
  const say = useWords(words)
  const to = withLanguage("/tour", useLanguage())
  if (!useRoot()?.isTourOver) return <ToTour />
  return (
    <a className="underline" href={`/tour/again?to=${encodeURIComponent(to)}`}>
      {say("again")}
    </a>
  )
}
