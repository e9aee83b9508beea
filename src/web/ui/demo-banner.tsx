import { useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { words } from "../words.ts"

export function DemoBanner() {
  const say = useWords(words)
  if (!useRoot()?.shop.isDemo) return null
  return <p className="bg-warn-soft text-warn px-4 py-1 text-center text-xs">{say("demo")}</p>
}
