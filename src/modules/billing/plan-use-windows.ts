/** Days of use that are billed together, with the share of a whole month that they are. */
export interface UseWindow {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly days: number
  readonly of: number
}

export interface UseMonths {
  /** Day 0: months are counted from it, so that a short one never shortens the next. */
  readonly since: Temporal.PlainDate
  readonly countedUntil: Temporal.PlainDate
  /** The first day that is no longer counted; null: goes on. */
  readonly until: Temporal.PlainDate | null
}

/** The months that are over by today and not counted yet, one after the other; the last is cut where it ends. */
export function planUseWindows(
  { since, countedUntil, until }: UseMonths,
  today: Temporal.PlainDate,
): UseWindow[] {
  const windows: UseWindow[] = []
  const last = until && Temporal.PlainDate.compare(until, today) < 0 ? until : today
  let from = countedUntil
  for (;;) {
    const { start, end } = monthOf(since, from)
    const isOver = Temporal.PlainDate.compare(end, last) <= 0
    const to = isOver ? end : until?.equals(last) ? last : from
    if (Temporal.PlainDate.compare(to, from) <= 0) return windows
    windows.push({ from, to, days: daysBetween(from, to), of: daysBetween(start, end) })
    from = to
  }
}

/** The month of use that a day lies in. */
export function monthOf(
  since: Temporal.PlainDate,
  day: Temporal.PlainDate,
): { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate } {
  let months = since.until(day, { largestUnit: "months" }).months
  while (Temporal.PlainDate.compare(since.add({ months: months + 1 }), day) <= 0) months += 1
  while (months > 0 && Temporal.PlainDate.compare(since.add({ months }), day) > 0) months -= 1
  return { start: since.add({ months }), end: since.add({ months: months + 1 }) }
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: "days" }).days
}
