import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Currency, currencies } from "#kit/money.ts"
import { spellLongDay } from "#kit/spelling.ts"
import {
  decimalText,
  formatAmount,
  formatClock,
  formatDay,
  formatInstant,
  formatInstantDay,
  formatMonth,
  formatNumber,
} from "./format.ts"
import { languages, locales } from "./languages.ts"
import { zoneAround } from "./zone-around.ts"

const zoneIds = [
  "UTC",
  "Asia/Seoul",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
]
const now = "2026-11-28T04:00:00Z"
const minuteOfYears = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2031, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000 + 7_000).toISOString())

describe.each(languages)("what is spelt by hand reads as Intl writes it (%s)", (language) => {
  const locale = locales[language]

  it("numbers", () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2_000, max: 20_000 })), (value) => {
        expect(formatNumber(value, language)).toBe(new Intl.NumberFormat(locale).format(value))
      }),
    )
  })

  it.each(Object.keys(currencies) as Currency[])("amounts in %s", (currency) => {
    const isWon = currency === "KRW" && language === "ko"
    const format = new Intl.NumberFormat(locale, {
      ...(isWon ? {} : { style: "currency", currency, currencyDisplay: "narrowSymbol" }),
      minimumFractionDigits: currencies[currency],
      maximumFractionDigits: currencies[currency],
    })
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.bigInt(-300_000n, 300_000n)), (minor) => {
        const text = decimalText(String(minor), currencies[currency]) as Intl.StringNumericLiteral
        expect(formatAmount({ minor: String(minor), currency }, language)).toBe(
          `${format.format(text)}${isWon ? "원" : ""}`,
        )
      }),
    )
  })

  it.each(zoneIds)("moments in %s, around the turns of its clocks as well", (id) => {
    const zone = zoneAround(id, now)
    const turns = zone.turns.flatMap(([since]) =>
      [-1, 0, 1, 3_599, 3_600, 3_601].map((away) => new Date((since + away) * 1000).toISOString()),
    )
    const expectSame = (instant: string) => {
      // Whoever has but the zone's name asks Intl.
      expect(formatInstant(instant, language, zone)).toBe(formatInstant(instant, language, id))
      expect(formatInstantDay(instant, language, zone)).toBe(formatInstantDay(instant, language, id))
      expect(formatClock(instant, language, zone)).toBe(formatClock(instant, language, id))
    }
    for (const instant of turns) expectSame(instant)
    fc.assert(fc.property(minuteOfYears, expectSame), { numRuns: 300 })
  })

  it("days and months", () => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
    const long = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" })
    const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" })
    for (let days = 0; days < 731; days += 1) {
      const at = new Date(Date.UTC(2027, 11, 31 + days))
      const text = at.toISOString().slice(0, 10)
      expect(withPlainSpaces(formatDay(text, language))).toBe(day.format(at))
      expect(spellLongDay(at.toISOString().slice(0, 10), language)).toBe(long.format(at))
      expect(withPlainSpaces(formatMonth(text.slice(0, 7), language))).toBe(month.format(at))
    }
  })
})

function withPlainSpaces(text: string): string {
  return text.replaceAll("\u00a0", " ")
}

describe("a zone's turns", () => {
  it("are those of some years, each with what holds from then on", () => {
    expect(zoneAround("Asia/Seoul", now).turns).toEqual([[Date.UTC(2022, 11, 31, 15) / 1000, 32_400]])
    const berlin = zoneAround("Europe/Berlin", now)
    expect(berlin.turns).toHaveLength(11)
    expect(berlin.turns.at(-1)).toEqual([Date.UTC(2027, 9, 31, 1) / 1000, 3_600])
  })
})
