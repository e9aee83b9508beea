import type { WireMoney } from "#kit/money.ts"
import { MOST_COUNTED } from "#kit/most-counted.ts"
import { type Language, locales } from "./languages.ts"

const digits: Record<WireMoney["currency"], number> = { EUR: 2, GBP: 2, JPY: 0, KRW: 0, USD: 2 }

/** "€5.99"; and in Korean "11,000원", as a Korean shop writes its own currency. */
export function formatAmount(amount: WireMoney, language: Language): string {
  const places = digits[amount.currency]
  const text = decimalText(amount.minor, places)
  const isWon = amount.currency === "KRW" && language === "ko"
  const format = numberFormat(language, {
    ...(isWon ? {} : { style: "currency", currency: amount.currency, currencyDisplay: "narrowSymbol" }),
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  return `${format.format(text as Intl.StringNumericLiteral)}${isWon ? "원" : ""}`
}

export function decimalText(minor: string, places: number): string {
  if (places === 0) return minor
  const sign = minor.startsWith("-") ? "-" : ""
  const whole = minor.replace("-", "").padStart(places + 1, "0")
  return `${sign}${whole.slice(0, -places)}.${whole.slice(-places)}`
}

export function formatNumber(value: number, language: Language): string {
  return numberFormat(language, {}).format(value)
}

/** Of what is counted up to a bound: beyond it "10,000+". */
export function formatCount(count: number, language: Language): string {
  const shown = formatNumber(Math.min(count, MOST_COUNTED), language)
  return count > MOST_COUNTED ? `${shown}+` : shown
}

export function formatInstant(instant: string, language: Language, timeZone: string): string {
  return dateFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(instant))
}

/** The day an instant falls on where the shop is. */
export function formatInstantDay(instant: string, language: Language, timeZone: string): string {
  return dateFormat(language, { dateStyle: "medium", timeZone }).format(new Date(instant))
}

export function formatClock(instant: string, language: Language, timeZone: string): string {
  return dateFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(instant))
}

/** A calendar day has no zone: it is formatted as the day it names. */
export function formatDay(day: string, language: Language): string {
  return dateFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))
}

/** "2026-04" → "April 2026", "2026년 4월". */
export function formatMonth(month: string, language: Language): string {
  return dateFormat(language, {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`))
}

/** Making one costs fifty times what using it does, and a list uses one in every row. */
const numberFormat = keepFormats(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const dateFormat = keepFormats(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

/** Two languages, five currencies, and as many zones as shops have. */
const MOST_FORMATS = 200

function keepFormats<Options, Format>(make: (locale: string, options: Options) => Format) {
  const kept = new Map<string, Format>()
  return (language: Language, options: Options): Format => {
    const key = `${language} ${JSON.stringify(options)}`
    const known = kept.get(key)
    if (known) return known
    const made = make(locales[language], options)
    if (kept.size >= MOST_FORMATS) kept.clear()
    kept.set(key, made)
    return made
  }
}
