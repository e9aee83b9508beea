import type { ChargeFacts } from "./charge-days.ts"
import type { CollectingPolicy } from "./collecting-policy.ts"

/** A third of the office hours apart, so that no try goes at the hour of the one before: money comes in during the day. */
const PARTS = [0, 0.4, 0.8] as const

/**
 * The hour from which a charge that was declined softly is tried on the day of its next try: with nine to eight o'clock the
 * second at 13, the third at 18, the fourth at nine again. From the day on which something is taken away it goes before that.
 */
export function planChargeHour(
  { dueOn, today, chargeDays }: Pick<ChargeFacts, "dueOn" | "today" | "chargeDays">,
  {
    fromHour,
    toHour,
    suspendDays,
    products,
  }: Pick<CollectingPolicy, "fromHour" | "toHour" | "suspendDays" | "products">,
): number {
  const past = dueOn.until(today, { largestUnit: "days" }).days
  // A request may be for several products: the one that waits for the shortest decides.
  const soonest = Math.min(suspendDays, ...products.map((own) => own.suspendDays))
  if (past >= soonest) return fromHour
  const tries = chargeDays.filter((days) => days <= past).length
  const part = PARTS[Math.max(0, tries - 1) % PARTS.length] ?? 0
  const hours = toHour - fromHour
  return fromHour + Math.min(Math.round(hours * part), hours - 1)
}
