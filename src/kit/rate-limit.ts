import { monotonicMs } from "./clock.ts"

export interface RateLimitOptions {
  /** So many at once; as many again flow back, evenly, in each window. */
  readonly limit: number
  readonly windowSeconds: number
  /** Keys remembered; beyond it the one unseen for longest is forgotten. Default 10,000, about 1 MB. */
  readonly maxKeys?: number
  readonly monotonic?: () => number
}

/** What the RateLimit headers of an answer say. */
export interface RateLimitAnswer {
  readonly allowed: boolean
  readonly limit: number
  readonly remaining: number
  /** Refused: when one more is allowed. Allowed: when all of them are back. */
  readonly resetSeconds: number
}

export interface RateLimit {
  /** Takes `weight` of what is left of the key, or nothing when that is too little. */
  take(key: string, weight?: number): RateLimitAnswer
  /** What turned out not to count: a right password. Others that were taken from the key stay taken. */
  giveBack(key: string, weight?: number): void
  size(): number
}

/** A token bucket per key, in the memory of one process: a shield against floods, not a count anybody bills by. */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { limit, windowSeconds, maxKeys = 10_000, monotonic = monotonicMs } = options
  if (!(limit >= 1) || !(windowSeconds > 0) || !(maxKeys >= 1))
    throw new Error("A rate limit has a limit and a window.")
  const perSecond = limit / windowSeconds
  const buckets = new Map<string, Bucket>()

  return {
    size: () => buckets.size,
    giveBack: (key, weight = 1) => {
      if (!(weight > 0)) throw new Error("A weight is above zero.")
      const left = refill(buckets.get(key), limit, perSecond, monotonic())
      remember(buckets, key, { tokens: Math.min(limit, left + weight), at: monotonic() }, maxKeys)
    },
    take: (key, weight = 1) => {
      if (!(weight > 0)) throw new Error("A weight is above zero.")
      const left = refill(buckets.get(key), limit, perSecond, monotonic())
      const allowed = left + ROUNDING >= weight
      const tokens = allowed ? Math.max(0, left - weight) : left
      remember(buckets, key, { tokens, at: monotonic() }, maxKeys)
      const missing = allowed ? limit - tokens : Math.min(weight, limit) - tokens
      return {
        allowed,
        limit,
        remaining: Math.floor(tokens + ROUNDING),
        resetSeconds: Math.ceil(missing / perSecond - ROUNDING),
      }
    },
  }
}

interface Bucket {
  readonly tokens: number
  readonly at: number
}

/** Tenths don't add up to whole tokens in binary; this is far below any that counts. */
const ROUNDING = 1e-6

function refill(bucket: Bucket | undefined, limit: number, perSecond: number, now: number): number {
  if (!bucket) return limit
  return Math.min(limit, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * perSecond)
}

/** A Map keeps the order of insertion, so what was put in again is the youngest. */
function remember(buckets: Map<string, Bucket>, key: string, bucket: Bucket, maxKeys: number): void {
  buckets.delete(key)
  buckets.set(key, bucket)
  const oldest = buckets.keys().next().value
  if (buckets.size > maxKeys && oldest !== undefined) buckets.delete(oldest)
}
