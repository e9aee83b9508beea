import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min"
import type { Language } from "#kit/refusal.ts"

/** A number as it is dialled from anywhere; undefined when no such number can be. */
export function readPhone(text: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(text, countryOf(country))
  return number?.isPossible() ? number.number : undefined
}

/**
 * "010-1234-5678" for who reads Korean, as everybody there writes it; with its country code for all others, and for
 * numbers of other countries. What no number can be stays as it is. A bare number is one of `country`.
 */
export function describePhone(phone: string, language: Language, country?: string): string {
  const number = parsePhoneNumberFromString(phone, countryOf(country))
  if (!number) return phone
  return language === "ko" && number.country === "KR" ? number.formatNational() : number.formatInternational()
}

/** As it stands in a field whose form takes a bare number for one of `country`: only there it may be bare. */
export function phoneInField(phone: string | null, language: Language, country: string): string {
  return phone === null ? "" : describePhone(phone, country === "KR" ? language : "en", country)
}

/**
 * What a `PhoneField` sent. Left as it was shown it is the number that is kept, whatever country was chosen beside it:
 * "010-1234-5678" would be another number in Germany.
 */
export function readPhoneField(values: Readonly<Record<string, string>>, name: string): string {
  const text = values[name]?.trim() ?? ""
  const kept = values[`${name}.kept`]
  if (!kept) return text
  return [describePhone(kept, "ko"), describePhone(kept, "en")].includes(text) ? kept : text
}

/** For a link that dials. */
export function dialled(phone: string, country: string): string {
  return readPhone(phone, country) ?? phone.replace(/[^+\d]/g, "")
}

function countryOf(country: string | undefined): CountryCode | undefined {
  return country !== undefined && isSupportedCountry(country) ? country : undefined
}
