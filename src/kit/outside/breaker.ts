export type BreakerState = "closed" | "open" | "half_open"

export interface Breaker {
  state(): BreakerState
  /** False: don't even try. In half-open one call at a time may probe. */
  allow(): boolean
  succeeded(): void
  failed(): void
}

/**
 * Five failures in a row open it for ten seconds, doubling up to two minutes while the probe keeps failing:
 * a dead host costs one call per pause instead of a time-out per customer.
 */
export function createBreaker(
  monotonicMs: () => number,
  limits = { failures: 5, pauseMs: 10_000, longestMs: 120_000 },
): Breaker {
  let failures = 0
  let openUntil = 0
  let pauseMs = limits.pauseMs
  let isProbing = false
  const isOpen = () => failures >= limits.failures
  const state = (): BreakerState => (!isOpen() ? "closed" : monotonicMs() < openUntil ? "open" : "half_open")
  return {
    state,
    allow: () => {
      const now = state()
      if (now === "closed") return true
      if (now === "open" || isProbing) return false
      isProbing = true
      return true
    },
    succeeded: () => {
      failures = 0
      pauseMs = limits.pauseMs
      isProbing = false
    },
    failed: () => {
      const wasProbe = isProbing
      isProbing = false
      failures += 1
      if (!isOpen()) return
      if (wasProbe) pauseMs = Math.min(pauseMs * 2, limits.longestMs)
      openUntil = monotonicMs() + pauseMs
    },
  }
}
