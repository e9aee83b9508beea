import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min"

/** "010-1234-5678" in Korea is "+821012345678" everywhere; undefined when it is no number that can be rung. */
export function readPhone(text: string, country: string): string | undefined {
  const found = parsePhoneNumberFromString(text, countryOf(country))
  return found?.isValid() ? found.number : undefined
}

/** Where a number is, as it is kept; undefined of one that says nothing, such as a freephone number of many countries. */
export function countryOfPhone(phone: string): string | undefined {
  return parsePhoneNumberFromString(phone)?.country
}

function countryOf(country: string): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined
}
