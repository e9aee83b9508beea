import { useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { words } from "../words.ts"

export function DemoBanner() {
  const say = useWords(words)
  if (!useRoot()?.shop.isDemo) return null
  return (
    <p className="bg-warn-soft text-warn border-line px-4 py-1 text-center text-xs in-data-shell:border-b in-data-shell:text-start sm:in-data-shell:px-6">
      {say("demo")}
    </p>
  )
}
