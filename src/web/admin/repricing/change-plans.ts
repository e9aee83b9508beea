import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { PriceChange } from "./wish.ts"
import { words } from "./words.ts"

export const changeTones = { listing: "info", running: "info", over: "good", stopped: "neutral" } as const

/** What those who bought are moved to, in words. */
export function usePlansText(): (change: Pick<PriceChange, "plans">) => string {
  const say = useWords(words)
  const language = useLanguage()
  return ({ plans }) =>
    plans
      .map(({ planName, version }) => say("planVersion", { plan: planName[language], number: version }))
      .join(", ")
}
