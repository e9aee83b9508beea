import { textFilter } from "./page-input.ts"
import { periodNames, periodOf } from "./ui/period.ts"

interface House {
  readonly now: string
  readonly shop: { readonly timeZone: string }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * What a list's address asks for, with the moments between which it shall lie: "period=lastDays7", or the days "from" and
 * "to", both counted, as this shop's calendar has them. Whatever reads the filter afterwards finds them in it.
 */
export function withSpan(search: URLSearchParams, { now, shop }: House): URLSearchParams {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(shop.timeZone).toPlainDate().toString()
  const name = periodNames.find((one) => one === search.get("period"))
  const days = name ? periodOf(name, today) : { first: search.get("from"), last: search.get("to") }
  const wanted = new URLSearchParams(search)
  const set = (key: string, at: string | undefined) => (at ? wanted.set(key, at) : wanted.delete(key))
  set("since", beginningOf(days.first, 0, shop.timeZone))
  set("until", beginningOf(days.last, 1, shop.timeZone))
  return wanted
}

/** Of a search that has them (see above). */
export function readSpan(search: URLSearchParams) {
  return { since: textFilter(search, "since"), until: textFilter(search, "until") }
}

/** Of that day, or of so many after it; of what is no day there is none. */
function beginningOf(day: string | null, later: number, timeZone: string): string | undefined {
  if (!day || !DAY.test(day)) return undefined
  try {
    const date = Temporal.PlainDate.from(day).add({ days: later })
    return date.toZonedDateTime(timeZone).toInstant().toString()
  } catch {
    // "2026-02-31" was typed by hand.
    return undefined
  }
}
