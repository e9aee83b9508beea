import { type Priced, priceCycle } from "./price-cycles.ts"
import type { Subscription } from "./subscription.ts"

/** Staff gave it for nothing until that day: a time that begins by then, be it on it, is not asked for. */
export function isFreeFrom(
  { freeUntil }: Pick<Subscription, "freeUntil">,
  start: Temporal.PlainDate,
): boolean {
  return freeUntil !== null && Temporal.PlainDate.compare(start, freeUntil) <= 0
}

/** What one piece of its next time costs, which begins on that day: kept for sums over many. */
export function nextMinorOf(
  one: Priced & Pick<Subscription, "freeUntil" | "periodNumber">,
  start: Temporal.PlainDate,
): bigint {
  return isFreeFrom(one, start) ? 0n : priceCycle(one, one.periodNumber).charged.minor
}
