import { type CollectingPolicy, isBusinessDay } from "./collecting-policy.ts"
import { planBackupSince } from "./plan-backup-since.ts"

/** Longer than any stretch of holidays: a list that names each day of a year is a mistake, and nothing waits for it for ever. */
const MOST_DAYS = 366

export interface HoldPlan {
  /** On this day it is deleted: a working day, so many days after it was taken back. */
  readonly releaseOn: Temporal.PlainDate
  /** It goes only once a backup made on this day or later was seen; null: none is waited for. */
  readonly backupSince: Temporal.PlainDate | null
}

/** How long what was taken back stands still before it goes. */
export function planHold(
  today: Temporal.PlainDate,
  { holdDays }: { readonly holdDays: number },
  policy: Pick<CollectingPolicy, "businessDaysOnly" | "holidays" | "backupFirst">,
): HoldPlan {
  return {
    releaseOn: nextBusinessDay(today.add({ days: holdDays }), policy),
    backupSince: planBackupSince(policy, today),
  }
}

/** The day itself where it is one. */
export function nextBusinessDay(
  from: Temporal.PlainDate,
  policy: Pick<CollectingPolicy, "businessDaysOnly" | "holidays">,
): Temporal.PlainDate {
  let day = from
  for (let count = 0; count < MOST_DAYS && !isBusinessDay(day, policy); count++) day = day.add({ days: 1 })
  return day
}
