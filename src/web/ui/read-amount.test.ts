import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatAmount } from "../i18n/format.ts"
import { readAmount } from "./read-amount.ts"

describe("money that somebody typed", () => {
  it.each([
    ["11,000", "KRW", "11000"],
    ["11000원", "KRW", "11000"],
    ["₩ 1 000", "KRW", "1000"],
    ["5.99", "EUR", "599"],
    ["5,9", "EUR", "590"],
    ["1.234,56 €", "EUR", "123456"],
    ["1,234.56", "USD", "123456"],
    ["-5", "GBP", "-500"],
    ["0", "EUR", "0"],
    ["-0.00", "EUR", "0"],
  ] as const)("%s in %s", (text, currency, minor) => {
    expect(readAmount(text, currency)).toEqual({ minor, currency })
  })

  it.each([
    ["", "EUR"],
    ["abc", "EUR"],
    ["5.999", "USD"],
    ["100.5", "KRW"],
    ["1,2,3", "EUR"],
    ["1.234.56", "EUR"],
    ["12,34,567", "KRW"],
  ] as const)("%s in %s is none", (text, currency) => {
    expect(readAmount(text, currency)).toBeUndefined()
  })

  it("reads back whatever we write ourselves", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.constantFrom("EUR", "USD", "KRW", "JPY", "GBP"),
        fc.constantFrom("en", "ko"),
        (minor, currency, language) => {
          const amount = { minor: String(minor), currency }
          expect(readAmount(formatAmount(amount, language), currency)).toEqual(amount)
        },
      ),
    )
  })
})
