import type { MiddlewareHandler } from "hono"
import { monotonicMs } from "#kit/clock.ts"
import type { Log } from "#kit/context.ts"
import type { NewId } from "#kit/id.ts"
import { childLater, cleanFields } from "#kit/log.ts"
import { createRedactor } from "#kit/redact.ts"
import { traceRequest } from "../tracing.ts"
import type { ReadPeer } from "./client-address.ts"
import { type EdgeBindings, type EdgeContext, languageOf, plainAnswer } from "./edge.ts"
import type { Metrics } from "./metrics.ts"
import type { Mount } from "./parts.ts"
import { addSecurityHeaders } from "./security-headers.ts"
import { hostName, LOCAL_NAMES, leadToOrigin, type TenantOfHost } from "./tenant-of-host.ts"

export interface ArrivalDeps extends AnswerDeps {
  readonly newId: NewId
  readonly metrics: Metrics
  readonly readPeer: ReadPeer
  readonly tenantOfHost: TenantOfHost
  /** In the sandbox: the registered name whose shop answers on this machine's own names. */
  readonly localHost?: string
  readonly mounts?: readonly Mount[]
}

const redactor = createRedactor()

/** The first to see a request and the last to see its answer: id, log line, span, numbers, security headers. */
export function arrive(deps: ArrivalDeps): MiddlewareHandler<EdgeBindings> {
  return async (c, next) => {
    const startedMs = monotonicMs()
    const requestId = deps.newId("req")
    const peer = deps.readPeer(c.env?.incoming?.socket?.remoteAddress, c.req.raw.headers)
    const { address, isSecure } = peer
    const log = childLater(deps.log, { requestId })
    const origin = `${isSecure ? "https" : "http"}://${c.req.header("host") ?? "unknown"}`
    c.set("arrival", { requestId, ...peer, origin, log })
    const area = areaOf(c.req.path, deps.mounts ?? [])
    await traceRequest(c.req.raw, { "hostwell.area": area, "hostwell.request": requestId }, async () => {
      await next()
      return c.res
    })
    const headers = writableHeaders(c)
    headers.set("x-request-id", requestId)
    addSecurityHeaders(headers, isSecure)
    noteAnswer(deps, {
      requestId,
      tenant: c.get("visit")?.tenant.id,
      method: c.req.method,
      path: redactor.target(pathOf(c.req.url)),
      status: hasHungUp(c.req.raw, c.res) ? HUNG_UP : c.res.status,
      area,
      address,
      startedMs,
    })
  }
}

/** A reader who went on before the answer was there: nobody's failure, and no 500 in the log. */
const HUNG_UP = 499

function hasHungUp(request: Request, { status }: Response): boolean {
  return status >= 500 && request.signal.aborted
}

export interface AnswerDeps {
  readonly log: Log
  readonly metrics: Pick<Metrics, "countRequest">
}

export interface Answered {
  readonly requestId: string
  readonly tenant: string | undefined
  readonly method: string
  /** Without what must not be read. */
  readonly path: string
  readonly status: number
  readonly area: string
  readonly address: string
  readonly startedMs: number
}

/** An answer's numbers and its line in the log: its path was cleaned, and all else is ours or of a few known words. */
export function noteAnswer({ log, metrics }: AnswerDeps, { startedMs, ...answered }: Answered): void {
  const { area, method, status } = answered
  const milliseconds = monotonicMs() - startedMs
  metrics.countRequest({ area, method, status, seconds: milliseconds / 1_000 })
  const level = area === "health" || area === "assets" ? "debug" : status >= 500 ? "error" : "info"
  log[level](cleanFields({ ...answered, milliseconds: Math.round(milliseconds) }), "answered")
}

/**
 * Whose shop this is, from the host name alone: what a proxy or a caller says beside it counts for nothing. A name
 * nobody registered gets nothing but a plain 404; one that isn't the shop's first leads there.
 */
export function visit(deps: ArrivalDeps): MiddlewareHandler<EdgeBindings> {
  return async (c, next) => {
    const header = c.req.header("host") ?? null
    const host = hostName(header) ?? ""
    const isLocal = deps.localHost !== undefined && LOCAL_NAMES.has(host)
    const tenant = await deps.tenantOfHost(isLocal ? (deps.localHost ?? null) : header)
    if (!tenant) return plainAnswer(404, "Not found")
    const lead = isLocal ? undefined : leadToOrigin(tenant, { host, target: pathOf(c.req.url) })
    if (lead) return lead
    const arrival = c.get("arrival")
    const language = languageOf(c.req.raw.headers)
    c.set("visit", {
      ...arrival,
      tenant,
      language,
      log: childLater(deps.log, { requestId: arrival.requestId, tenant: tenant.id }),
    })
    await next()
    return undefined
  }
}

/** Few and fixed, for numbers and logs; a path is neither. */
function areaOf(path: string, mounts: readonly Mount[]): string {
  const mount = mounts.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
  if (mount) return mount.area
  if (path === "/healthz" || path === "/readyz" || path === "/metrics") return "health"
  if (path.startsWith("/api/v1/")) return "api"
  if (path.startsWith("/api/auth/")) return "auth"
  if (path.startsWith("/oauth/") || path.startsWith("/.well-known/")) return "oauth"
  if (path.startsWith("/api/")) return "docs"
  return path.startsWith("/assets/") ? "assets" : "page"
}

/** What follows scheme and host; parsing the address anew would say the same. */
function pathOf(url: string): string {
  const from = url.indexOf("/", url.indexOf("://") + 3)
  return from < 0 ? "/" : url.slice(from)
}

/** An answer that came from fetch or Response.redirect has headers that can't be changed: then it is copied. */
function writableHeaders(c: EdgeContext): Headers {
  try {
    c.res.headers.set("x-request-id", "")
    return c.res.headers
  } catch {
    // The only reason for this to throw is that the headers are locked.
    c.res = new Response(c.res.body, { status: c.res.status, headers: new Headers(c.res.headers) })
    return c.res.headers
  }
}
