/** Retries are paid for: each call earns half of one, so a host in trouble gets at most half as much again. */
export interface RetryBudget {
  earn(): void
  spend(): boolean
}

/** Two in hand: a lone call that meets a hiccup may try three times; from the fourth call on never twice as many. */
const MOST_SAVED = 2
const EARNED_PER_CALL = 0.5

export function createRetryBudget(): RetryBudget {
  let saved = MOST_SAVED
  return {
    earn: () => {
      saved = Math.min(MOST_SAVED, saved + EARNED_PER_CALL)
    },
    spend: () => {
      if (saved < 1) return false
      saved--
      return true
    },
  }
}

/** A longer Retry-After is the caller's to wait for: it has a row for that, and here a worker would stand idle. */
export const LONGEST_PATIENCE_SECONDS = 2

const FIRST_BACKOFF_MS = 250
const LONGEST_BACKOFF_MS = 5_000

/** Full jitter: callers that failed together must not come back together. Retry-After is a floor. */
export function backoffMs(
  tries: number,
  retryAfterSeconds: number | undefined,
  random: () => number,
): number {
  const ceiling = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (tries - 1))
  return (retryAfterSeconds ?? 0) * 1_000 + random() * ceiling
}

/** Longer than a day is a typing error or malice. */
const LONGEST_RETRY_AFTER_SECONDS = 86_400

/** Seconds, or a date: that is measured against the answer's own Date, so no clock of ours is asked. */
export function readRetryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const text = headers["retry-after"]?.trim() ?? ""
  const isSeconds = /^\d{1,9}(\.\d{1,9})?$/.test(text)
  const seconds = isSeconds ? Number(text) : (Date.parse(text) - Date.parse(headers["date"] ?? "")) / 1_000
  if (!Number.isFinite(seconds)) return undefined
  return Math.min(LONGEST_RETRY_AFTER_SECONDS, Math.max(0, Math.ceil(seconds)))
}
