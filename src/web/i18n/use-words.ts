import { useHref } from "react-router"
import type { Words } from "./define-words.ts"
import { type Language, languageOfPath } from "./languages.ts"
import { type Say, sayIn } from "./say.ts"

/** The address says which language a page speaks, so every page knows it, error pages included. */
export function useLanguage(): Language {
  return languageOfPath(useHref("/"))
}

export function useWords<Messages extends Record<string, string>>(words: Words<Messages>): Say<Messages> {
  return sayIn(words, useLanguage())
}
