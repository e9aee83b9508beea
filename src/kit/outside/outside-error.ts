import type { OutsideAnswer } from "./call.ts"

/**
 * What is known about a call that brought no answer:
 * - `not_sent`: surely nothing happened there (no address, no connection, breaker open, private address).
 * - `unknown`: it was sent and may have worked (time-out, reset, 5xx, garbage): look before acting again.
 * - `rate_limited`: the other side said 429; come back after `retryAfterSeconds`.
 * - `refused`: a guard of ours said no and would say it again: a path that escapes, a redirect elsewhere.
 */
export type OutsideErrorKind = "not_sent" | "unknown" | "rate_limited" | "refused"

export interface OutsideErrorDetail {
  readonly host: string
  readonly method: string
  /** Its secrets already taken out. */
  readonly path: string
  readonly because: string
  readonly tries?: number
  readonly retryAfterSeconds?: number
  readonly answer?: OutsideAnswer
}

export class OutsideError extends Error {
  override readonly name = "OutsideError"
  readonly kind: OutsideErrorKind
  readonly host: string
  readonly because: string
  readonly tries: number
  readonly status: number | undefined
  readonly retryAfterSeconds: number | undefined
  /** Private, so that no logger that walks an error's fields prints what a gateway answered. */
  readonly #answer: OutsideAnswer | undefined

  constructor(kind: OutsideErrorKind, detail: OutsideErrorDetail) {
    super(`${detail.host}: ${detail.method} ${detail.path} ${WORDS[kind]}: ${detail.because}`)
    this.kind = kind
    this.host = detail.host
    this.because = detail.because
    this.tries = detail.tries ?? 0
    this.status = detail.answer?.status
    this.retryAfterSeconds = detail.retryAfterSeconds
    this.#answer = detail.answer
  }

  /** Nothing was done, and it says when to come back: too many requests, or a host that is being left alone. */
  get isNotNow(): boolean {
    return this.kind === "rate_limited" || (this.kind === "not_sent" && this.retryAfterSeconds !== undefined)
  }

  /** The 429 or 5xx itself, for the adapter that can read its provider's code in it. Not redacted. */
  get answer(): OutsideAnswer | undefined {
    return this.#answer
  }
}

const WORDS: Readonly<Record<OutsideErrorKind, string>> = {
  not_sent: "was not sent",
  unknown: "has an unknown outcome",
  rate_limited: "came too early",
  refused: "is refused",
}
