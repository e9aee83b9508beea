import type { Redactor } from "../redact.ts"
import type { OutsideAnswer, OutsideTry } from "./call.ts"
import type { OutsideRequest } from "./request.ts"

export interface TryFacts {
  readonly host: string
  readonly request: OutsideRequest
  readonly redactor: Redactor
  readonly tries: number
  readonly kind: OutsideTry["kind"]
  readonly because: string | undefined
  readonly answer: OutsideAnswer | undefined
  readonly durationMs: number
}

/** Enough to see what was said; a row per try must stay small. */
const MOST_SHOWN = 4_096

export function describeTry(facts: TryFacts): OutsideTry {
  const { request, redactor, answer } = facts
  return {
    host: facts.host,
    method: request.method,
    path: redactor.target(request.target).slice(0, MOST_SHOWN),
    tries: facts.tries,
    kind: facts.kind,
    status: answer?.status,
    because: facts.because === undefined ? undefined : redactor.text(facts.because),
    durationMs: facts.durationMs,
    requestBody: describeBody(request.body ?? "", request.headers["content-type"] ?? "", redactor),
    responseBody: answer ? describeAnswer(answer, redactor) : "",
  }
}

function describeAnswer(answer: OutsideAnswer, redactor: Redactor): string {
  const type = answer.headers["content-type"] ?? ""
  return describeBody(isText(type) ? answer.text : answer.bytes, type, redactor)
}

function describeBody(body: string | Uint8Array, type: string, redactor: Redactor): string {
  if (typeof body !== "string") return body.byteLength === 0 ? "" : `[${body.byteLength} bytes]`
  if (!isText(type)) return `[${body.length} characters]`
  // Redacted first, cut afterwards: half a structure hides nothing.
  const shown = redactor.body(body, type)
  return shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}[cut]` : shown
}

/** A multipart body names its fields where no redactor looks, so it is not shown. */
function isText(type: string): boolean {
  return type === "" || (/json|xml|text|urlencoded|javascript/i.test(type) && !/multipart/i.test(type))
}
