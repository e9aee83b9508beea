import { type Language, languages } from "../i18n/languages.ts"
import { countriesIn } from "../storefront/orders/countries.ts"

/** As the field shows them: "South Korea, Germany". */
export function writeCountries(codes: readonly string[], language: Language): string {
  const countries = countriesIn(language)
  return codes.map((code) => countries.find((one) => one.code === code)?.name ?? code).join(", ")
}

/**
 * Names in either language, or codes: "South Korea, de". What is neither is handed on as it was typed: the API refuses
 * it at its field.
 */
export function readCountries(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => findByName(part) ?? part.toUpperCase().split(/\s+/))
}

/** A form in which countries are named, as one that says their codes. */
export function withCodes(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...values, countries: readCountries(values["countries"] ?? "").join(" ") }
}

function findByName(name: string): string | undefined {
  const wanted = name.toLowerCase()
  for (const language of languages) {
    const found = countriesIn(language).find((one) => one.name.toLowerCase() === wanted)
    if (found) return found.code
  }
  return undefined
}
