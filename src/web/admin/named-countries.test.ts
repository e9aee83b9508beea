import { expect, test } from "vitest"
import { languages } from "../i18n/languages.ts"
import { countriesIn } from "../storefront/orders/countries.ts"
import { readCountries, writeCountries } from "./named-countries.ts"

test.each(languages)("in %s every country is read back from its own name", (language) => {
  for (const { code } of countriesIn(language)) {
    expect(readCountries(writeCountries([code], language)), code).toEqual([code])
  }
})

test("names of both languages and codes may stand beside each other; what is neither stays to be refused", () => {
  expect(readCountries("south korea, 독일, fr us ,")).toEqual(["KR", "DE", "FR", "US"])
  expect(readCountries("Atlantis")).toEqual(["ATLANTIS"])
  expect(readCountries("")).toEqual([])
})
