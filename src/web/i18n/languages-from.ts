import { type Language, languages } from "./languages.ts"

/** All of them, the reader's own first. */
export function languagesFrom(own: Language): readonly Language[] {
  return [own, ...languages.filter((language) => language !== own)]
}
