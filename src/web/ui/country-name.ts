import { type Language, locales } from "../i18n/languages.ts"

/** "South Korea", "대한민국"; a code that is no country's stays what it is. */
export function formatCountry(code: string, language: Language): string {
  return new Intl.DisplayNames(locales[language], { type: "region", fallback: "code" }).of(code) ?? code
}
