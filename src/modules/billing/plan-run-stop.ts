import type { CollectingPolicy } from "./collecting-policy.ts"

/** What a day's run asks for in one currency, beside what it could be expected to. */
export interface RunFigures {
  readonly subscriptions: number
  readonly nowMinor: bigint
  /** What the same subscriptions were last paid for, at their own price where a coupon lowered it: its end is no rise. */
  readonly expectedMinor: bigint
  /** How many ask for more than the policy lets pass unseen. */
  readonly raised: number
}

export type RunStop = "total" | "line"

/** Of fewer subscriptions one coupon that ends would be a rise of the whole. */
const LEAST_FOR_TOTAL = 10

/** Why a person looks at a run before anybody is asked for money; nothing: it goes on by itself. */
export function planRunStop(
  figures: readonly RunFigures[],
  policy: Pick<CollectingPolicy, "stopTotalPercent" | "stopLinePercent">,
): RunStop[] {
  const { stopTotalPercent, stopLinePercent } = policy
  const isTotal = figures.some(
    (one) =>
      stopTotalPercent > 0 &&
      one.subscriptions >= LEAST_FOR_TOTAL &&
      risePercent(one.nowMinor, one.expectedMinor) > stopTotalPercent,
  )
  const isLine = stopLinePercent > 0 && figures.some(({ raised }) => raised > 0)
  return [...(isTotal ? (["total"] as const) : []), ...(isLine ? (["line"] as const) : [])]
}

/** By how many percent it is more than before; below zero, less. What costs something for the first time is no rise. */
export function risePercent(nowMinor: bigint, beforeMinor: bigint): number {
  if (beforeMinor === 0n) return 0
  return Number(((nowMinor - beforeMinor) * 1_000n) / beforeMinor) / 10
}
