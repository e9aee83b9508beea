import { nextStart } from "./pause.ts"
import type { RunningSubscription } from "./subscription.ts"

/** With what is owed for time that was invoiced before it was paid. */
export type WithOwed<One> = One & { readonly owedOn?: Temporal.PlainDate | null }

/**
 * The first day for which nobody has paid in time: where the paid time ends, or the day after an invoice on terms was
 * due, if that comes first. Reminders, misses and suspensions are counted from the day before it.
 */
export function unpaidFrom(
  one: WithOwed<Pick<RunningSubscription, "periodEnd" | "pauseFrom" | "pauseUntil">>,
): Temporal.PlainDate {
  const end = nextStart(one)
  if (!one.owedOn) return end
  const afterDue = one.owedOn.add({ days: 1 })
  return Temporal.PlainDate.compare(afterDue, end) < 0 ? afterDue : end
}

/** What it is counted from is an invoice, and not the end of its time. */
export function isOwing(
  one: WithOwed<Pick<RunningSubscription, "periodEnd" | "pauseFrom" | "pauseUntil">>,
): boolean {
  return !unpaidFrom(one).equals(nextStart(one))
}
