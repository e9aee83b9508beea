import { ORPCError, ValidationError } from "@orpc/server"
import type { Log } from "../context.ts"
import { isDatabaseBusy } from "../db.ts"
import type { FieldProblem, Problem } from "../problem.ts"
import { type Language, Refusal, sayRefusal } from "../refusal.ts"
import { failureWords, requestRefusals } from "./errors.ts"
import { type InputIssue, sayIssue } from "./issues.ts"

interface Reader {
  readonly language: Language
  readonly requestId: string
  readonly log: Log
}

/** Whatever was thrown, as the one error type both doors of the API send: its data is a Problem. */
export function toApiError(error: unknown, reader: Reader): ORPCError<string, Problem> {
  const problem = toProblem(error, reader)
  return new ORPCError(problem.code, { status: problem.status, message: problem.detail, data: problem })
}

export function toProblem(error: unknown, reader: Reader): Problem {
  if (error instanceof Refusal) return describeRefusal(error, reader)
  if (isBadInput(error)) return describeBadInput(error.cause.issues as readonly InputIssue[], reader)
  if (error instanceof ORPCError) {
    const known = error.data as Problem | undefined
    if (known && typeof known === "object" && "instance" in known) return known
    if (error.status === 400) return describeRefusal(requestRefusals.create("request.malformed"), reader)
    if (error.status === 404) return describeRefusal(requestRefusals.create("request.path_missing"), reader)
    if (error.status === 413) return describeRefusal(requestRefusals.create("request.too_large"), reader)
  }
  if (isDatabaseBusy(error)) {
    const busy = requestRefusals.create("request.busy", {}, { retryAfterSeconds: BUSY_SECONDS })
    reader.log.warn({ error }, "no database connection came free")
    return describeRefusal(busy, reader)
  }
  return describeFailure(error, reader)
}

const BUSY_SECONDS = 2

export const statusTitles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  423: "Locked",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
}

function describeRefusal(refusal: Refusal, reader: Reader): Problem {
  const { status } = refusal.declaration
  const { because, field, retryAfterSeconds } = refusal.detail
  reader.log.info({ code: refusal.code, facts: refusal.facts, because }, "refused")
  const detail = sayRefusal(refusal, reader.language)
  return {
    ...head(refusal.code, status, reader),
    detail,
    ...(field === undefined ? {} : { errors: [{ pointer: `/${field}`, detail }] }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
}

function describeBadInput(issues: readonly InputIssue[], reader: Reader): Problem {
  const errors: FieldProblem[] = issues.slice(0, MOST_ISSUES).map((issue) => ({
    pointer: (issue.path ?? []).map((part) => `/${escapePointer(keyOf(part))}`).join(""),
    detail: sayIssue(issue, reader.language),
  }))
  reader.log.info({ code: "request.invalid", fields: errors.map((one) => one.pointer) }, "refused")
  const detail = requestRefusals.declarations.invalid.say[reader.language]
  return { ...head("request.invalid", 422, reader), detail, errors }
}

function describeFailure(error: unknown, reader: Reader): Problem {
  reader.log.error({ error }, "an API call failed")
  return { ...head("request.failed", 500, reader), detail: failureWords[reader.language] }
}

function head(code: string, status: number, reader: Reader) {
  return {
    type: `urn:hostwell:problem:${code}`,
    title: statusTitles[status] ?? "Error",
    status,
    code,
    instance: `urn:hostwell:request:${reader.requestId}`,
  }
}

/** A form of a thousand broken fields needs no thousand messages. */
const MOST_ISSUES = 50

function isBadInput(error: unknown): error is Error & { cause: ValidationError } {
  return error instanceof ORPCError && error.status === 400 && error.cause instanceof ValidationError
}

function keyOf(part: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof part === "object" ? part.key : part)
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1")
}
