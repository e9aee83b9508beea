/** A series: one per legal entity, kind and year. */
export interface SeriesFacts {
  readonly year: number
  readonly lastSequence: number
  readonly lastIssuedOn: Temporal.PlainDate | null
}

export interface NumberPlan {
  readonly year: number
  readonly sequence: number
  readonly issuedOn: Temporal.PlainDate
}

/**
 * The next number and its date, decided together under the series' lock. The date is never before the last
 * one's: when the clock was set back, the paper keeps the later day rather than run against its numbers.
 */
export function planNumber(series: SeriesFacts, today: Temporal.PlainDate): NumberPlan {
  const last = series.lastIssuedOn
  const issuedOn = last && Temporal.PlainDate.compare(last, today) > 0 ? last : today
  return { year: series.year, sequence: series.lastSequence + 1, issuedOn }
}

/** The year whose series is next: never a year before the newest one there is. */
export function planSeriesYear(today: Temporal.PlainDate, newestYear: number | null): number {
  return newestYear !== null && newestYear > today.year ? newestYear : today.year
}

export const documentKinds = ["invoice", "payment_request", "credit_note", "quote"] as const
export type DocumentKind = (typeof documentKinds)[number]

const prefixes: Readonly<Record<DocumentKind, string>> = {
  invoice: "INV",
  payment_request: "PR",
  credit_note: "CN",
  quote: "QT",
}

/** "INV-2026-000123". Six digits keep the list in order; the seventh simply makes it longer. */
export function formatNumber(kind: DocumentKind, year: number, sequence: number): string {
  return `${prefixes[kind]}-${year}-${sequence.toString().padStart(6, "0")}`
}
