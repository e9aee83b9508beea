import { type Language, languageCookie, languageOfPath } from "./languages.ts"

const yearSeconds = 31_536_000

/** Remembers a choice: plain addresses are read in that language from now on. */
export function rememberLanguage(language: Language): string {
  return `${languageCookie}=${language}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`
}

/** Who comes in reads what they once chose for their account, unless they come by an address that says a language. */
export function languageOnArrival(
  path: string,
  person: { readonly language: Language } | null | undefined,
): readonly string[] {
  return person && languageOfPath(path) === "en" ? [rememberLanguage(person.language)] : []
}
