import type { Fields, HostConfig, Method, OutsideCall } from "./call.ts"
import { whyPathEscapes } from "./path.ts"

export interface OutsideRequest {
  readonly method: Method
  /** What goes on the wire: base path, path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
  readonly isRepeatable: boolean
}

/** The call can't be made as it was asked for; asking again changes nothing. */
export class RequestRefused extends Error {
  override readonly name = "RequestRefused"
}

export function buildRequest(
  base: URL,
  config: HostConfig,
  call: OutsideCall,
  userAgent: string,
): OutsideRequest {
  const why = whyPathEscapes(call.path)
  if (why) throw new RequestRefused(why)
  const query = encodeFields(call.query ?? {})
  const body = encodeBody(call)
  return {
    method: call.method,
    target: base.pathname.replace(/\/$/, "") + call.path + (query && `?${query}`),
    headers: {
      "user-agent": userAgent,
      accept: "application/json",
      "accept-encoding": "gzip, deflate",
      ...(body?.type ? { "content-type": body.type } : {}),
      ...traceHeader(call.traceparent),
      ...lowerCase(config.headers?.() ?? {}),
      ...lowerCase(call.headers ?? {}),
      ...(call.idempotencyKey === undefined
        ? {}
        : { [(config.idempotencyHeader ?? "idempotency-key").toLowerCase()]: call.idempotencyKey }),
    },
    body: body?.content,
    isRepeatable: /^(GET|HEAD|OPTIONS)$/.test(call.method) || Boolean(call.idempotencyKey),
  }
}

/** The base URL of a host, or the reason why nothing is ever sent there. */
export function readBaseUrl(config: HostConfig): URL {
  let base: URL
  try {
    base = new URL(config.baseUrl)
  } catch {
    throw new RequestRefused("its base URL can't be read")
  }
  const isPlain = base.protocol === "http:" && config.allowPrivate === true
  if (base.protocol !== "https:" && !isPlain) throw new RequestRefused("its base URL must be https")
  // A secret in the URL would be printed with it; secrets are headers.
  if (base.username || base.password) throw new RequestRefused("its base URL must carry no user and password")
  if (base.search || base.hash) throw new RequestRefused("its base URL must carry no query and no fragment")
  return base
}

export function encodeFields(fields: Fields): string {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    for (const one of typeof value === "object" ? value : [value]) encoded.append(name, String(one))
  }
  return encoded.toString()
}

interface EncodedBody {
  readonly type: string | undefined
  readonly content: string | Uint8Array
}

function encodeBody(call: OutsideCall): EncodedBody | undefined {
  const given = [call.json, call.form, call.body].filter((body) => body !== undefined)
  if (given.length > 1) throw new RequestRefused("it has more than one body")
  if (given.length === 0) return undefined
  if (call.method === "GET" || call.method === "HEAD")
    throw new RequestRefused(`a ${call.method} has no body`)
  if (call.form) return { type: "application/x-www-form-urlencoded", content: encodeFields(call.form) }
  if (call.body !== undefined) return { type: undefined, content: call.body }
  return { type: "application/json", content: stringify(call.json) }
}

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    // The words of the engine name keys, never values.
    throw new RequestRefused("its body can't be written as JSON", { cause: error })
  }
}

function traceHeader(traceparent: string | undefined): Record<string, string> {
  const isWellFormed = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent ?? "")
  return traceparent !== undefined && isWellFormed ? { traceparent } : {}
}

/** They frame the message: one that a caller sets could hide a second request in the first. */
const FRAMING = /^(host|connection|content-length|transfer-encoding|upgrade|te|trailer|keep-alive|expect)$/

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  const lowered: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (FRAMING.test(name.toLowerCase())) throw new RequestRefused(`the header ${name} is not for callers`)
    if (/[^\t -~\u0080-\u00ff]/.test(value))
      throw new RequestRefused(`the header ${name} holds control characters`)
    lowered[name.toLowerCase()] = value
  }
  return lowered
}
