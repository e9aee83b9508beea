import { MOST_COUNTED } from "#kit/most-counted.ts"
import { spellDay, spellMinute, spellMonth, spellNumber, spellSecond } from "#kit/spelling.ts"
import { type Language, locales } from "./languages.ts"
import { shownIn, type TimeZone, zoneId } from "./zone.ts"

export { decimalText, spellAmount as formatAmount } from "#kit/spelling.ts"

export function formatNumber(value: number, language: Language): string {
  return spellNumber(value, locales[language])
}

/** Of what is counted up to a bound: beyond it "10,000+". */
export function formatCount(count: number, language: Language): string {
  const shown = formatNumber(Math.min(count, MOST_COUNTED), language)
  return count > MOST_COUNTED ? `${shown}+` : shown
}

export function formatInstant(instant: string, language: Language, zone: TimeZone): string {
  const shown = shownIn(zone, instant)
  if (shown) return holdDay(spellMinute(shown, language))
  return askIntl(instant, language, zone, { dateStyle: "medium", timeStyle: "short" })
}

/** The day an instant falls on where the shop is. */
export function formatInstantDay(instant: string, language: Language, zone: TimeZone): string {
  const shown = shownIn(zone, instant)
  if (shown) return holdDay(spellDay(shown, language))
  return askIntl(instant, language, zone, { dateStyle: "medium" })
}

export function formatClock(instant: string, language: Language, zone: TimeZone): string {
  const shown = shownIn(zone, instant)
  if (shown) return spellSecond(shown)
  return askIntl(instant, language, zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" })
}

/** A calendar day has no zone: it is formatted as the day it names. */
export function formatDay(day: string, language: Language): string {
  return holdDay(spellDay(new Date(`${day}T00:00:00Z`), language))
}

/** Of a text that is published: its version is the day it was written for, and any further word of its own. */
export function formatVersion(version: string, language: Language): string {
  return version.replace(/^\d{4}-\d{2}-\d{2}(?!\d)/, (day) => formatDay(day, language))
}

/** "2026-04" → "April 2026", "2026년 4월". */
export function formatMonth(month: string, language: Language): string {
  return holdDay(spellMonth(new Date(`${month}-01T00:00:00Z`), language))
}

/** On a page, a Korean day stays on one line, wherever a sentence has it. Mails and papers keep their plain spaces. */
function holdDay(text: string): string {
  return text.replace(/ (?=\d+[.월])/g, "\u00a0")
}

/** Making a format costs fifty times what using it does, and a list uses one in every row. */
function askIntl(
  instant: string,
  language: Language,
  zone: TimeZone,
  options: Intl.DateTimeFormatOptions,
): string {
  const timeZone = zoneId(zone)
  const key = `${language} ${timeZone} ${Object.keys(options).join()}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone, hourCycle: "h23" })
  if (formats.size >= MOST_FORMATS) formats.clear()
  formats.set(key, format)
  return holdDay(format.format(new Date(instant)))
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** Two languages, three ways, and as many zones as shops have. */
const MOST_FORMATS = 200
