import type { WireMoney } from "./money.ts"
import type { Language } from "./refusal.ts"

/**
 * Numbers and days by hand, letter by letter as Intl writes them (a test compares the two). The first thing that a page
 * asks of Intl costs its browser some 20 ms, in which nobody can click; and an older browser may write "Sep" where the
 * server wrote "Sept".
 */
export function spellNumber(value: number, locale: string): string {
  return Number.isSafeInteger(value) ? groupDigits(String(value)) : value.toLocaleString(locale)
}

/** "-1234567.50" → "-1,234,567.50": both languages group by three. */
export function groupDigits(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

const symbols: Record<WireMoney["currency"], string> = { EUR: "€", GBP: "£", JPY: "¥", KRW: "₩", USD: "$" }
const digits: Record<WireMoney["currency"], number> = { EUR: 2, GBP: 2, JPY: 0, KRW: 0, USD: 2 }

/** "€5.99"; and in Korean "11,000원", as a Korean shop writes its own currency. On pages and in mails alike. */
export function spellAmount(amount: WireMoney, language: Language): string {
  const text = groupDigits(decimalText(amount.minor, digits[amount.currency]))
  if (amount.currency === "KRW" && language === "ko") return `${text}원`
  const symbol = symbols[amount.currency]
  return text.startsWith("-") ? `-${symbol}${text.slice(1)}` : `${symbol}${text}`
}

/** An exact price of one piece, with all the digits it has: "$0.0035", "3.5원". */
export function spellUnitPrice(decimal: string, currency: WireMoney["currency"], language: Language): string {
  const text = groupDigits(decimal)
  return currency === "KRW" && language === "ko" ? `${text}원` : `${symbols[currency]}${text}`
}

export function decimalText(minor: string, places: number): string {
  if (places === 0) return minor
  const sign = minor.startsWith("-") ? "-" : ""
  const whole = minor.replace("-", "").padStart(places + 1, "0")
  return `${sign}${whole.slice(0, -places)}.${whole.slice(-places)}`
}

/** All take a date whose UTC is what clocks show. */
export function spellDay(date: Date, language: Language): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return language === "ko" ? `${year}. ${month + 1}. ${day}.` : `${day} ${shortMonths[month]} ${year}`
}

/** "2 September 2026", "2026년 9월 2일": as sentences have it. */
/** Of a plain day, "2026-03-02". */
export function spellLongDay(day: string, language: Language): string {
  const [year, month = 1, date] = day.split("-").map(Number)
  return language === "ko" ? `${year}년 ${month}월 ${date}일` : `${date} ${months[month - 1]} ${year}`
}

export function spellMonth(date: Date, language: Language): string {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  return language === "ko" ? `${year}년 ${month + 1}월` : `${months[month]} ${year}`
}

export function spellMinute(date: Date, language: Language): string {
  return `${spellDay(date, language)}${language === "ko" ? "" : ","} ${date.toISOString().slice(11, 16)}`
}

export function spellSecond(date: Date): string {
  return date.toISOString().slice(11, 19)
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]
const shortMonths = months.map((name) => name.slice(0, name === "September" ? 4 : 3))
