export type Method = "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE"

type FieldValue = string | number | bigint | boolean
/** A list repeats its name; undefined leaves it out. */
export type Fields = Readonly<Record<string, FieldValue | readonly FieldValue[] | undefined>>

export interface OutsideCall {
  readonly method: Method
  /** Below the base URL, beginning with "/". Put ids in with the `path` tag, never by hand. */
  readonly path: string
  readonly query?: Fields
  readonly headers?: Readonly<Record<string, string>>
  /** At most one of json, form and body. */
  readonly json?: unknown
  readonly form?: Fields
  readonly body?: string | Uint8Array
  /** Same key, same effect: the provider promises it, so the call may be tried again. */
  readonly idempotencyKey?: string
  /** For one try, connecting included. Never above 30 s. */
  readonly timeoutMs?: number
  /** Further tries of a safe or keyed call; others get one try, whatever stands here. Default 2, at most 5. */
  readonly retries?: number
  /** Hops to follow inside the same origin, for GET and HEAD. Default 0: a redirect is an answer. */
  readonly redirects?: number
  /** Names of fields, in either direction, whose values nobody may see. */
  readonly secretFields?: readonly string[]
  /** W3C trace context; one that is malformed is left out. */
  readonly traceparent?: string
  readonly signal?: AbortSignal
  /** Sees the tries of this call, besides the hook that sees every one: for the work it belongs to. */
  readonly record?: (outsideTry: OutsideTry) => void
}

/** Any status but 429 and 5xx is an answer; what it means is the caller's to say. */
export interface OutsideAnswer {
  readonly status: number
  /** Lower-case names; what came several times is joined with ", ". */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly bytes: Uint8Array
  readonly tries: number
  /** Throws an OutsideError of kind "unknown" when the text is no JSON. */
  json(): unknown
}

export interface HostConfig {
  /** For people and metrics: "stripe", "cpanel srv_…". Same name and settings share connections and breaker. */
  readonly name: string
  readonly baseUrl: string
  /** Asked before each call, so a rotated secret counts at once. Their values are scrubbed from every record. */
  readonly headers?: () => Readonly<Record<string, string>>
  /** Other secrets that stand in paths or bodies: webhook URLs, passwords. Scrubbed likewise. */
  readonly secrets?: () => readonly string[]
  /** For one try. Default and most 30 s. */
  readonly timeoutMs?: number
  /** Default 5 s. */
  readonly connectTimeoutMs?: number
  /** From the request's last byte to the answer's head. Default: the whole time-out. */
  readonly headersTimeoutMs?: number
  /** Silence in the middle of a body. Default 10 s. */
  readonly bodyTimeoutMs?: number
  /** Calls at once; others wait. Default 10. */
  readonly concurrency?: number
  /** Only for hosts that staff registered: private addresses and plain http are then let through. */
  readonly allowPrivate?: boolean
  /** Default 1 MB, also after unpacking. */
  readonly maxBodyBytes?: number
  /** Certificates to trust besides the public ones: a panel with its own. */
  readonly certificateAuthority?: string
  /** Default "idempotency-key". */
  readonly idempotencyHeader?: string
  readonly secretFields?: readonly string[]
  /** Names that look secret but are ids at this provider: "paymentKey". */
  readonly readableFields?: readonly string[]
}

export type BreakerState = "closed" | "open" | "half_open"

export interface HostState {
  readonly name: string
  readonly origin: string
  readonly breaker: BreakerState
  readonly inFlight: number
  readonly waiting: number
}

export interface OutsideHost {
  readonly name: string
  call(call: OutsideCall): Promise<OutsideAnswer>
  state(): HostState
}

/** One try as operations sees it, every secret taken out. */
export interface OutsideTry {
  readonly host: string
  readonly method: Method
  /** With its query. */
  readonly path: string
  /** Which try of the call: 1, 2, … */
  readonly tries: number
  readonly kind: "answered" | "not_sent" | "unknown" | "rate_limited" | "refused"
  readonly status: number | undefined
  readonly because: string | undefined
  readonly durationMs: number
  readonly requestBody: string
  readonly responseBody: string
}
