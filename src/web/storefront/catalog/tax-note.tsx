import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { useRoot } from "../../use-root.ts"
import { words } from "./words.ts"

export function TaxNote() {
  const say = useWords(words)
  const language = useLanguage()
  const shop = useRoot()?.shop
  if (!shop) return null
  const { label, percent } = shop.tax
  return (
    <p className="text-muted text-sm">
      {say(shop.taxIncluded ? "taxIncluded" : "taxExtra", { label: label[language], percent })}
    </p>
  )
}
