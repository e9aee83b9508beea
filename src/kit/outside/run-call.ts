import { createRedactor, type Redactor, secretsIn } from "../redact.ts"
import { createAnswer, Unreadable, unpack } from "./answer.ts"
import type { Verdict } from "./breaker.ts"
import type { HostConfig, OutsideAnswer, OutsideCall } from "./call.ts"
import type { Line, Tools } from "./line.ts"
import { OutsideError, type OutsideErrorKind } from "./outside-error.ts"
import { describeTry } from "./record.ts"
import { buildRequest, type OutsideRequest, RequestRefused } from "./request.ts"
import { backoffMs, LONGEST_PATIENCE_SECONDS, readRetryAfter } from "./retry.ts"
import { type Received, SendFailure, send } from "./send.ts"

export interface Route {
  readonly config: HostConfig
  readonly base: URL
  readonly line: Line
  readonly tools: Tools
}

/** A call from its first try to its answer, all waiting included: nobody waits for the outside longer. */
const MOST_CALL_MS = 30_000
const DEFAULT_RETRIES = 2
const MOST_RETRIES = 5
const MOST_REDIRECTS = 5
const BODY_TIMEOUT_MS = 10_000
const MOST_BODY_BYTES = 1_048_576

export async function runCall(route: Route, call: OutsideCall): Promise<OutsideAnswer> {
  const trip = planTrip(route, call)
  route.line.budget.earn()
  let { request } = trip
  let answer = await runTries(trip, request)
  const follows = /^(GET|HEAD)$/.test(call.method) ? Math.min(call.redirects ?? 0, MOST_REDIRECTS) : 0
  for (let hop = 0; hop < follows && isRedirect(answer); hop++) {
    request = { ...request, target: redirectTarget(trip, request, answer) }
    answer = await runTries(trip, request)
  }
  return answer
}

interface Trip extends Route {
  readonly call: OutsideCall
  readonly request: OutsideRequest
  readonly redactor: Redactor
  readonly deadline: number
}

/** What stood in the way of an answer. `again` says whether another try could go better. */
interface Trouble {
  readonly kind: OutsideErrorKind
  readonly because: string
  readonly again: boolean
  readonly retryAfterSeconds?: number
  readonly answer?: OutsideAnswer
}

function planTrip(route: Route, call: OutsideCall): Trip {
  const redactor = createCallRedactor(route.config, call)
  const deadline = route.tools.monotonic() + MOST_CALL_MS
  try {
    const request = buildRequest(route.base, route.config, call, route.tools.userAgent)
    return { ...route, call, request, redactor, deadline }
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    const trouble: Trouble = { kind: "refused", because: error.message, again: false }
    throw createError(route, call, redactor, trouble, 0)
  }
}

/** Headers that are the same for everybody: scrubbing their values would make records unreadable. */
const HARMLESS_HEADER = /^(accept.*|content-type|user-agent|.*version|.*-id)$/i
/** What the caller sends as a secret may come back in a sentence. Shorter ones are in every sentence. */
const SHORTEST_ECHO = 6

function createCallRedactor(config: HostConfig, call: OutsideCall): Redactor {
  const fields = [...(config.secretFields ?? []), ...(call.secretFields ?? [])]
  const names = { fields, readable: config.readableFields ?? [] }
  const headers = Object.entries({ ...config.headers?.(), ...call.headers })
  const sent = secretsIn([call.json, call.form, call.query], names)
  return createRedactor({
    ...names,
    secrets: [
      ...headers.filter(([name]) => !HARMLESS_HEADER.test(name)).map(([, value]) => value),
      ...(config.secrets?.() ?? []),
      ...sent.filter((secret) => secret.length >= SHORTEST_ECHO),
    ],
  })
}

async function runTries(trip: Trip, request: OutsideRequest): Promise<OutsideAnswer> {
  const most = request.isRepeatable ? Math.min(trip.call.retries ?? DEFAULT_RETRIES, MOST_RETRIES) : 0
  let isUnknown = false
  for (let tries = 1; ; tries++) {
    const outcome = await tryOnce(trip, request, tries)
    if (!("kind" in outcome)) return outcome
    isUnknown ||= outcome.kind === "unknown"
    const waitMs = tries > most ? undefined : planWait(trip, outcome, tries)
    if (waitMs === undefined) {
      throw createError(trip, trip.call, trip.redactor, isUnknown ? doubted(trip, outcome) : outcome, tries)
    }
    await trip.tools.pause(waitMs, trip.call.signal)
  }
}

/** One try of several may have worked: then a last one that surely didn't makes nothing sure. */
function doubted(trip: Trip, last: Trouble): Trouble {
  const isSafe = /^(GET|HEAD|OPTIONS)$/.test(trip.call.method)
  if (isSafe || last.kind === "unknown") return last
  return { ...last, kind: "unknown", because: `${last.because}; an earlier try may have worked` }
}

/** How long to wait before the next try; undefined when there shall be none. */
function planWait(trip: Trip, trouble: Trouble, tries: number): number | undefined {
  if (!trouble.again || trip.call.signal?.aborted) return undefined
  if ((trouble.retryAfterSeconds ?? 0) > LONGEST_PATIENCE_SECONDS) return undefined
  const waitMs = backoffMs(tries, trouble.retryAfterSeconds, trip.tools.random)
  const isTooLate = trip.tools.monotonic() + waitMs >= trip.deadline
  return isTooLate || !trip.line.budget.spend() ? undefined : waitMs
}

async function tryOnce(trip: Trip, request: OutsideRequest, tries: number): Promise<OutsideAnswer | Trouble> {
  const { line } = trip
  const leftMs = trip.deadline - trip.tools.monotonic()
  const leave = leftMs > 0 ? await line.slots.take(leftMs, trip.call.signal) : undefined
  if (!leave) return { kind: "not_sent", because: "no time or no place was left for it", again: false }
  const pass = line.breaker.enter()
  let verdict: Verdict = "says_nothing"
  try {
    if (!pass) return restingTrouble(trip)
    if (trip.call.signal?.aborted) return { kind: "not_sent", because: "it was called off", again: false }
    const exchange = await performTry(trip, request, tries)
    verdict = exchange.verdict
    return exchange.outcome
  } finally {
    pass?.(verdict)
    leave()
  }
}

function restingTrouble(trip: Trip): Trouble {
  return {
    kind: "not_sent",
    because: "the host failed several times in a row and is left alone for a while",
    again: false,
    retryAfterSeconds: trip.line.breaker.secondsUntilTry(),
  }
}

interface Performed {
  readonly outcome: OutsideAnswer | Trouble
  readonly verdict: Verdict
}

async function performTry(trip: Trip, request: OutsideRequest, tries: number): Promise<Performed> {
  const started = trip.tools.monotonic()
  const performed = await exchange(trip, request, tries, trip.deadline - started)
  const { outcome } = performed
  const answer = "kind" in outcome ? outcome.answer : outcome
  const trouble = "kind" in outcome ? outcome : undefined
  const describe = () =>
    describeTry({
      host: trip.config.name,
      request,
      redactor: trip.redactor,
      tries,
      kind: trouble?.kind ?? "answered",
      because: trouble?.because,
      answer,
      durationMs: trip.tools.monotonic() - started,
    })
  trip.tools.record(describe, trip.call.record)
  return performed
}

async function exchange(
  trip: Trip,
  request: OutsideRequest,
  tries: number,
  leftMs: number,
): Promise<Performed> {
  const { config, call, line } = trip
  const timeoutMs = Math.max(1, Math.min(call.timeoutMs ?? config.timeoutMs ?? leftMs, leftMs))
  const maxBodyBytes = config.maxBodyBytes ?? MOST_BODY_BYTES
  try {
    const received = await send({
      dispatcher: line.pool,
      request,
      timeoutMs,
      headersTimeoutMs: config.headersTimeoutMs ?? timeoutMs,
      bodyTimeoutMs: config.bodyTimeoutMs ?? BODY_TIMEOUT_MS,
      maxBodyBytes,
      signal: call.signal,
    })
    return judgeAnswer(trip, received, await unpack(received, maxBodyBytes), tries)
  } catch (error) {
    if (error instanceof Unreadable) {
      return { outcome: { kind: "unknown", because: error.message, again: false }, verdict: "alive" }
    }
    if (!(error instanceof SendFailure)) throw error
    return judgeFailure(error)
  }
}

function judgeFailure({ message, wasSent, blame }: SendFailure): Performed {
  const outcome: Trouble = {
    kind: wasSent ? "unknown" : "not_sent",
    because: message,
    again: blame === "host",
  }
  return { outcome, verdict: blame === "host" ? "failing" : "says_nothing" }
}

function judgeAnswer(trip: Trip, received: Received, bytes: Uint8Array, tries: number): Performed {
  const answer = createAnswer(received, bytes, tries, (garbage) => {
    const trouble: Trouble = {
      kind: "unknown",
      because: "the answer is no JSON",
      again: false,
      answer: garbage,
    }
    return createError(trip, trip.call, trip.redactor, trouble, tries)
  })
  if (answer.status !== 429 && answer.status < 500) return { outcome: answer, verdict: "alive" }
  const isLimit = answer.status === 429
  const outcome: Trouble = {
    kind: isLimit ? "rate_limited" : "unknown",
    because: `it answered ${answer.status}`,
    again: true,
    retryAfterSeconds: readRetryAfter(answer.headers),
    answer,
  }
  return { outcome, verdict: isLimit ? "alive" : "failing" }
}

function isRedirect(answer: OutsideAnswer): boolean {
  return /^30[12378]$/.test(String(answer.status)) && answer.headers["location"] !== undefined
}

/** Never to another origin: our secrets would go there, and private addresses could be reached by the detour. */
function redirectTarget(trip: Trip, request: OutsideRequest, answer: OutsideAnswer): string {
  const from = new URL(request.target, trip.base.origin)
  const location = URL.parse(answer.headers["location"] ?? "", from)
  if (location?.origin === trip.base.origin) return location.pathname + location.search
  const trouble: Trouble = {
    kind: "refused",
    because: "it redirects to another origin",
    again: false,
    answer,
  }
  throw createError(trip, trip.call, trip.redactor, trouble, answer.tries)
}

function createError(
  route: Route,
  call: OutsideCall,
  redactor: Redactor,
  trouble: Trouble,
  tries: number,
): OutsideError {
  return new OutsideError(trouble.kind, {
    host: route.config.name,
    method: call.method,
    path: redactor.text(call.path),
    because: redactor.text(trouble.because),
    tries,
    retryAfterSeconds: trouble.retryAfterSeconds,
    answer: trouble.answer,
  })
}
