/** When money is asked for, reminded of and missed. Days count from the last usable day. */
export interface CollectingPolicy {
  /** The request to pay is made so many days before. */
  readonly requestDays: number
}

export const defaultPolicy: CollectingPolicy = { requestDays: 7 }

/** The next request's day: so many days before the last usable one, but never before the period has begun. */
export function planRequestDay(
  period: { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate },
  { requestDays }: Pick<CollectingPolicy, "requestDays">,
): Temporal.PlainDate {
  const wished = period.end.subtract({ days: requestDays + 1 })
  return Temporal.PlainDate.compare(wished, period.start) < 0 ? period.start : wished
}
