import { Agent, buildConnector, type Dispatcher } from "undici"
import { monotonicMs } from "../clock.ts"
import { redactBody, redactPath, redactText } from "../redact.ts"
import { isPublicAddress, PrivateAddress, publicOnlyLookup } from "./address-guard.ts"
import { type BreakerState, createBreaker } from "./breaker.ts"
import { type OutsideAnswer, type OutsideCall, OutsideError, type OutsideRecord } from "./call.ts"
import { readBounded, TooLarge } from "./read-bounded.ts"

export interface OutsideOptions {
  readonly random: () => number
  readonly userAgent?: string
  readonly monotonicMs?: () => number
  readonly pause?: (milliseconds: number) => Promise<void>
  /** Sees every try of every host, redacted: metrics and logs. */
  readonly record?: (record: OutsideRecord) => void
}

export interface HostConfig {
  /** For people and metrics: "panel pnl_…", "gateway sandbox-card". */
  readonly name: string
  readonly baseUrl: string
  /** Asked for each call, so a rotated secret is used at once and none is kept in a closure. */
  readonly headers?: () => Readonly<Record<string, string>>
  readonly timeoutMs?: number
  readonly maxBodyBytes?: number
  /** Only for hosts an operator registered on our own network; the sandbox is one. */
  readonly allowPrivate: boolean
}

export interface OutsideHost {
  readonly name: string
  call(
    call: OutsideCall,
    per?: { record?: (record: OutsideRecord) => void; signal?: AbortSignal },
  ): Promise<OutsideAnswer>
  breaker(): BreakerState
}

export interface Outside {
  host(config: HostConfig): OutsideHost
  close(): Promise<void>
}

/** Nothing outside may hold us longer than this, whatever a caller asks for. */
const LONGEST_MS = 30_000
const DEFAULT_MS = 10_000
const DEFAULT_BODY_BYTES = 1_048_576
const RECORD_CHARS = 4_096

export function createOutside(options: OutsideOptions): Outside {
  const open = agentOf(false)
  const registered = agentOf(true)
  const breakers = new Map<string, ReturnType<typeof createBreaker>>()
  const now = options.monotonicMs ?? monotonicMs
  return {
    host: (config) => {
      checkBase(config)
      const origin = new URL(config.baseUrl).origin
      const breaker = breakers.get(origin) ?? createBreaker(now)
      breakers.set(origin, breaker)
      const dispatcher = config.allowPrivate ? registered : open
      const parts: HostParts = { options, config, dispatcher, breaker, now }
      return {
        name: config.name,
        call: (call, per = {}) => callWithRetries(parts, call, per),
        breaker: () => breaker.state(),
      }
    },
    close: async () => {
      await Promise.all([open.close(), registered.close()])
    },
  }
}

interface HostParts {
  readonly options: OutsideOptions
  readonly config: HostConfig
  readonly dispatcher: Dispatcher
  readonly breaker: ReturnType<typeof createBreaker>
  readonly now: () => number
}

interface PerCall {
  readonly record?: (record: OutsideRecord) => void
  readonly signal?: AbortSignal
}

async function callWithRetries(parts: HostParts, call: OutsideCall, per: PerCall): Promise<OutsideAnswer> {
  const isRepeatable = call.method === "GET" || call.idempotencyKey !== undefined
  const retries = isRepeatable ? Math.min(call.retries ?? (call.method === "GET" ? 1 : 0), 3) : 0
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryOnce(parts, call, per, attempt)
    } catch (error) {
      if (!(error instanceof OutsideError) || attempt > retries || parts.breaker.state() !== "closed")
        throw error
      const askedMs = (error.retryAfterSeconds ?? 0) * 1_000
      // A long Retry-After is the saga's business (it parks); here only short ones are waited for.
      if (askedMs > 2_000) throw error
      const jitterMs = parts.options.random() * Math.min(2_000, 200 * 2 ** attempt)
      await (parts.options.pause ?? pause)(Math.max(askedMs, jitterMs))
    }
  }
}

async function tryOnce(
  parts: HostParts,
  call: OutsideCall,
  per: PerCall,
  attempt: number,
): Promise<OutsideAnswer> {
  const { config, breaker, now } = parts
  const target = targetOf(config.baseUrl, call)
  const startedMs = now()
  const note = (facts: {
    status: number | null
    outcome: OutsideRecord["outcome"]
    answer: string | null
  }) => {
    const record = recordOf(
      { config, call, target, attempt, durationMs: Math.round(now() - startedMs) },
      facts,
    )
    parts.options.record?.(record)
    per.record?.(record)
  }
  if (!breaker.allow()) {
    note({ status: null, outcome: "not_sent", answer: null })
    throw new OutsideError("not_sent", config.name, "is not answering; not tried again yet")
  }
  try {
    const answer = await send(parts, call, target, per.signal)
    const refusal = refusalOf(config.name, answer)
    if (!refusal || refusal.kind === "rate_limited") breaker.succeeded()
    else breaker.failed()
    const type = answer.headers["content-type"] ?? ""
    note({
      status: answer.status,
      outcome: refusal?.kind ?? "answered",
      answer: redactBody(answer.text, type),
    })
    if (refusal) throw refusal
    return answer
  } catch (error) {
    if (error instanceof OutsideError) throw error
    const failure = failureOf(config.name, error)
    breaker.failed()
    note({ status: null, outcome: failure.kind, answer: failure.message })
    throw failure
  }
}

async function send(
  parts: HostParts,
  call: OutsideCall,
  target: URL,
  signal?: AbortSignal,
): Promise<OutsideAnswer> {
  const { config, dispatcher, options } = parts
  const timeoutMs = Math.min(call.timeoutMs ?? config.timeoutMs ?? DEFAULT_MS, LONGEST_MS)
  const limit = AbortSignal.timeout(timeoutMs)
  const body = bodyOf(call)
  const response = await dispatcher.request({
    origin: target.origin,
    path: target.pathname + target.search,
    method: call.method,
    headers: {
      accept: "application/json",
      "user-agent": options.userAgent ?? "Hostwell",
      ...(body ? { "content-type": body.type } : {}),
      ...(call.idempotencyKey ? { "idempotency-key": call.idempotencyKey } : {}),
      ...config.headers?.(),
      ...call.headers,
    },
    body: body?.text ?? null,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  })
  const text = await readBounded(response.body, config.maxBodyBytes ?? DEFAULT_BODY_BYTES)
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value ?? "")]),
  )
  return {
    status: response.statusCode,
    headers,
    text,
    json: () => parse(config.name, response.statusCode, text),
  }
}

/** An answer that isn't what was promised says nothing about what happened there: unknown. */
function parse(host: string, status: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new OutsideError("unknown", host, "answered something that is not JSON", { status, cause })
  }
}

function refusalOf(host: string, answer: OutsideAnswer): OutsideError | undefined {
  const seconds = Number(answer.headers["retry-after"])
  const retryAfterSeconds = Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) : undefined
  if (answer.status === 429) {
    return new OutsideError("rate_limited", host, "asks us to slow down", { status: 429, retryAfterSeconds })
  }
  if (answer.status < 500) return undefined
  return new OutsideError("unknown", host, `failed with ${answer.status}`, {
    status: answer.status,
    retryAfterSeconds,
  })
}

const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
])

function failureOf(host: string, error: unknown): OutsideError {
  if (error instanceof PrivateAddress)
    return new OutsideError("not_sent", host, "leads to a private address", { cause: error })
  if (error instanceof TooLarge)
    return new OutsideError("unknown", host, "answered more than we take", { cause: error })
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  if (NEVER_SENT.has(code))
    return new OutsideError("not_sent", host, `could not be reached (${code})`, { cause: error })
  const isTimeout = error instanceof Error && (error.name === "TimeoutError" || code.includes("TIMEOUT"))
  return new OutsideError("unknown", host, isTimeout ? "did not answer in time" : "broke off", {
    cause: error,
  })
}

function bodyOf(call: OutsideCall): { text: string; type: string } | undefined {
  if (call.json !== undefined) return { text: JSON.stringify(call.json), type: "application/json" }
  if (!call.form) return undefined
  return { text: new URLSearchParams(call.form).toString(), type: "application/x-www-form-urlencoded" }
}

/** Joined as text below the base and then checked: nothing may climb out of it or change the host. */
function targetOf(baseUrl: string, call: OutsideCall): URL {
  const base = baseUrl.replace(/\/+$/, "")
  const target = new URL(base + (call.path.startsWith("/") ? call.path : `/${call.path}`))
  const root = new URL(base)
  const isBelow =
    target.pathname === root.pathname || target.pathname.startsWith(root.pathname.replace(/\/?$/, "/"))
  if (target.origin !== root.origin || !isBelow)
    throw new RangeError("That path leaves the host it belongs to.")
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) target.searchParams.set(name, String(value))
  }
  return target
}

function checkBase(config: HostConfig): void {
  const url = new URL(config.baseUrl)
  if (url.username || url.password) throw new RangeError("A base URL carries no password.")
  if (url.protocol === "https:" || (url.protocol === "http:" && config.allowPrivate)) return
  throw new RangeError(`${config.name} must be reached over https.`)
}

function recordOf(
  made: { config: HostConfig; call: OutsideCall; target: URL; attempt: number; durationMs: number },
  facts: { status: number | null; outcome: OutsideRecord["outcome"]; answer: string | null },
): OutsideRecord {
  const body = bodyOf(made.call)
  return {
    host: made.config.name,
    method: made.call.method,
    path: redactPath(made.target.pathname + made.target.search),
    status: facts.status,
    outcome: facts.outcome,
    durationMs: made.durationMs,
    attempt: made.attempt,
    request: body ? redactBody(body.text, body.type).slice(0, RECORD_CHARS) : null,
    answer: facts.answer === null ? null : redactText(facts.answer).slice(0, RECORD_CHARS),
  }
}

function agentOf(allowPrivate: boolean): Agent {
  const connect = allowPrivate ? { timeout: 5_000 } : publicConnector()
  return new Agent({
    connect,
    connections: 32,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 32_768,
  })
}

/** A literal address is never looked up, so it is checked here; names are checked when they are resolved. */
function publicConnector(): buildConnector.connector {
  const connect = buildConnector({ timeout: 5_000, lookup: publicOnlyLookup })
  return (options, callback) => {
    const literal = options.hostname.replace(/^\[|\]$/g, "")
    const isLiteral = /^[\d.]+$/.test(literal) || literal.includes(":")
    if (isLiteral && !isPublicAddress(literal)) {
      callback(new PrivateAddress(`${literal} is a private address`), null)
      return
    }
    connect(options, callback)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
