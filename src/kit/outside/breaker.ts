import type { BreakerState } from "./call.ts"

/** Keeps a dead host from costing anything: after some failures in a row nobody calls it for a while. */
export interface Breaker {
  /** Undefined while it is open. The pass is handed back once, with what came of the try. */
  enter(): Pass | undefined
  state(): BreakerState
  secondsUntilTry(): number
}

export type Verdict = "alive" | "failing" | "says_nothing"
export type Pass = (verdict: Verdict) => void

/** Five in a row happen to a healthy host (1 % failures) once in ten thousand million calls. */
const MOST_FAILURES = 5
const FIRST_REST_MS = 10_000
/** Doubled after each probe that fails, up to a minute: a host that came back is found within that. */
const LONGEST_REST_MS = 60_000

export function createBreaker(monotonic: () => number): Breaker {
  let failures = 0
  let restMs = 0
  let restUntil = 0
  let isProbing = false
  /** What was sent before the breaker opened says nothing about the host after. */
  let generation = 0

  const state = (): BreakerState => {
    if (restMs === 0) return "closed"
    return isProbing || monotonic() >= restUntil ? "half_open" : "open"
  }
  const open = () => {
    restMs = restMs === 0 ? FIRST_REST_MS : Math.min(restMs * 2, LONGEST_REST_MS)
    restUntil = monotonic() + restMs
    generation++
  }
  const close = () => {
    if (restMs > 0) generation++
    restMs = 0
    failures = 0
  }
  const judge = (verdict: Verdict, isProbe: boolean) => {
    if (isProbe) isProbing = false
    if (verdict === "alive") close()
    else if (verdict === "failing" && (isProbe || ++failures >= MOST_FAILURES)) open()
  }

  return {
    state,
    secondsUntilTry: () => Math.max(0, Math.ceil((restUntil - monotonic()) / 1_000)),
    enter: () => {
      const isProbe = restMs > 0
      if (isProbe && (isProbing || monotonic() < restUntil)) return undefined
      if (isProbe) isProbing = true
      const own = generation
      return (verdict) => {
        if (own === generation) judge(verdict, isProbe)
      }
    },
  }
}
