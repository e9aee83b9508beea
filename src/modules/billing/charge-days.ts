export interface ChargeFacts {
  /** The last usable day of what it pays for. */
  readonly dueOn: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  /** Days after the due one, from the shop's policy. */
  readonly chargeDays: readonly number[]
  /** When it was charged last, if ever. */
  readonly triedOn: Temporal.PlainDate | null
}

/** What is older needs a person: nobody expects their card to be charged for it any more. */
const MOST_DAYS_LATE = 30

/** Whether one of the policy's days has come since the last try. Several that were missed are one try, not several. */
export function isChargeDay({ dueOn, today, chargeDays, triedOn }: ChargeFacts): boolean {
  const past = dueOn.until(today, { largestUnit: "days" }).days
  const reached = chargeDays.filter((days) => days <= past)
  if (reached.length === 0 || past > MOST_DAYS_LATE) return false
  if (triedOn === null) return true
  return Temporal.PlainDate.compare(triedOn, dueOn.add({ days: Math.max(...reached) })) < 0
}
