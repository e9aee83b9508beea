import type { Language } from "./languages.ts"

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

/** All take a date whose UTC is what clocks show. */
export function spellDay(date: Date, language: Language): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return language === "ko" ? `${year}. ${month + 1}. ${day}.` : `${day} ${shortMonths[month]} ${year}`
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
