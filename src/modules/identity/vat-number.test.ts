import { describe, expect, test } from "vitest"
import { euCountries, planTaxNumber, readVatNumber, writeVatNumber } from "./vat-number.ts"

describe("VAT numbers by their form", () => {
  test.each([
    ["DE", "DE 123.456.789", "DE123456789"],
    ["DE", "123456789", "DE123456789"],
    ["GR", "el123456789", "EL123456789"],
    ["GR", "GR123456789", "EL123456789"],
    ["FR", "FR 40 303 265 045", "FR40303265045"],
    ["FR", "40303265045", "FR40303265045"],
    // A key that reads like a prefix, with and without the real one.
    ["FR", "FRFR303265045", "FRFR303265045"],
    ["FR", "FR303265045", "FRFR303265045"],
    ["AT", "ATU12345678", "ATU12345678"],
    ["NL", "NL123456789B01", "NL123456789B01"],
    ["IE", "1234567WA", "IE1234567WA"],
    ["ES", "ESB12345678", "ESB12345678"],
  ])("%s: %s is %s", (country, text, written) => {
    const read = readVatNumber(country, text)
    expect(read && writeVatNumber(read)).toBe(written)
    expect(planTaxNumber(country, text, "taxId")).toBe(written)
  })

  test.each([
    ["DE", "12345678"],
    ["AT", "12345678"],
    ["PL", "DE123456789"],
    ["IT", "IT1234567890"],
    ["SE", "no number"],
    ["IE", "IE12345678"],
  ])("%s: %s is none, and that is said at its field with one that is", (country, text) => {
    expect(readVatNumber(country, text)).toBeUndefined()
    expect(() => planTaxNumber(country, text, "taxIds/1/number")).toThrowError(
      expect.objectContaining({
        code: "identity.vat_number_wrong",
        detail: { field: "taxIds/1/number" },
      }),
    )
  })

  test("elsewhere a tax number is what it is, and none is none", () => {
    expect(planTaxNumber("KR", "123 45 67890", "taxId")).toBe("1234567890")
    expect(planTaxNumber("KR", "101-81-00001", "taxId")).toBe("101-81-00001")
    expect(planTaxNumber("DE", " ", "taxId")).toBe("")
    expect(readVatNumber("KR", "1234567890")).toBeUndefined()
    expect(euCountries.size).toBe(27)
  })
})
