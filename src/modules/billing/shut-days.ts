import { type CollectingPolicy, isBusinessDay } from "./collecting-policy.ts"

/** So far ahead lies the last day that a policy and a promise can reach. */
const LOOK_AHEAD_DAYS = 450

/** The days on which nothing is taken away, each with the next one on which something is. */
export function shutDays(
  today: Temporal.PlainDate,
  policy: Pick<CollectingPolicy, "businessDaysOnly" | "holidays">,
): { readonly days: string[]; readonly open: string[] } {
  const days: string[] = []
  const open: string[] = []
  let next = today.add({ days: LOOK_AHEAD_DAYS })
  for (let day = next; Temporal.PlainDate.compare(day, today) >= 0; day = day.subtract({ days: 1 })) {
    if (isBusinessDay(day, policy)) {
      next = day
      continue
    }
    days.push(day.toString())
    open.push(next.toString())
  }
  return { days, open }
}
