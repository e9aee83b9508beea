import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min"

/** A number as it is dialled and as it is read; undefined when no such number can be. */
export function readPhone(
  text: string,
  country: CountryCode,
): { readonly dialled: string; readonly international: string } | undefined {
  const number = parsePhoneNumberFromString(text, country)
  if (!number?.isPossible()) return undefined
  return { dialled: number.number, international: number.formatInternational() }
}
