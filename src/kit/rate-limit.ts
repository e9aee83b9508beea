export interface RateVerdict {
  readonly allowed: boolean
  readonly limit: number
  readonly remaining: number
  readonly resetSeconds: number
}

export interface RateLimiter {
  take(key: string, cost?: number): RateVerdict
}

export interface RateLimit {
  readonly limit: number
  readonly perSeconds: number
}

/**
 * A bucket per key that refills evenly. The oldest keys are forgotten beyond `mostKeys`, so a flood of
 * made-up addresses costs bounded memory; each process counts for itself.
 */
export function createRateLimiter(
  rule: RateLimit,
  monotonicMs: () => number,
  mostKeys = 50_000,
): RateLimiter {
  const buckets = new Map<string, { level: number; atMs: number }>()
  const perMs = rule.limit / (rule.perSeconds * 1_000)
  return {
    take: (key, cost = 1) => {
      const now = monotonicMs()
      const known = buckets.get(key)
      const level = known ? Math.min(rule.limit, known.level + (now - known.atMs) * perMs) : rule.limit
      const allowed = level >= cost
      const left = allowed ? level - cost : level
      buckets.delete(key) // put back at the end: the map's order is the order of last use
      buckets.set(key, { level: left, atMs: now })
      if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value ?? "")
      const missing = allowed ? rule.limit - left : cost - left
      return {
        allowed,
        limit: rule.limit,
        remaining: Math.max(0, Math.floor(left)),
        resetSeconds: Math.max(1, Math.ceil(missing / perMs / 1_000)),
      }
    },
  }
}
