/** One call to another system, as the adapters write it. */
export interface OutsideCall {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** Below the host's base URL; built with the `path` tag, so that a value can't leave its place. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly idempotencyKey?: string
  /** The whole call, answer included. At most 30 s. */
  readonly timeoutMs?: number
  /** Extra tries for calls that are safe to repeat (GET, or with a key). Default: 1 for GET, else 0. */
  readonly retries?: number
}

export interface OutsideAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  json(): unknown
}

/**
 * not_sent: surely nothing happened there. unknown: it may have happened (time-out, reset, 5xx, garbage):
 * ask before acting again. rate_limited: it said "not now" before doing anything.
 */
export type OutsideErrorKind = "not_sent" | "unknown" | "rate_limited"

export class OutsideError extends Error {
  override readonly name = "OutsideError"
  readonly kind: OutsideErrorKind
  readonly host: string
  readonly status: number | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(
    kind: OutsideErrorKind,
    host: string,
    words: string,
    detail: { status?: number | undefined; retryAfterSeconds?: number | undefined; cause?: unknown } = {},
  ) {
    super(`${host}: ${words}`, { cause: detail.cause })
    this.kind = kind
    this.host = host
    this.status = detail.status
    this.retryAfterSeconds = detail.retryAfterSeconds
  }
}

/** What was said and answered, redacted and cut: for the operations list and the log. */
export interface OutsideRecord {
  readonly host: string
  readonly method: string
  readonly path: string
  readonly status: number | null
  readonly outcome: "answered" | OutsideErrorKind
  readonly durationMs: number
  readonly attempt: number
  readonly request: string | null
  readonly answer: string | null
}

/** `path\`/servers/${id}\``: each value becomes one encoded segment, so "../users" stays a strange name. */
export function path(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.reduce((whole, part, index) => {
    const value = index < values.length ? encodeSegment(String(values[index])) : ""
    return whole + part + value
  }, "")
}

function encodeSegment(value: string): string {
  if (value === "" || value === "." || value === "..") throw new RangeError("That can't be a part of a path.")
  return encodeURIComponent(value)
}
