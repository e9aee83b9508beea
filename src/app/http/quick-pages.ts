import type { IncomingMessage } from "node:http"
import { monotonicMs } from "#kit/clock.ts"
import type { NewId } from "#kit/id.ts"
import { createRedactor } from "#kit/redact.ts"
import { Refusal } from "#kit/refusal.ts"
import type { Tenant } from "#tenancy"
import { type PageMemory, type RememberedPage, recallPage } from "#web/visitor-pages.ts"
import { type AnswerDeps, noteAnswer } from "./arrival.ts"
import type { ReadPeer } from "./client-address.ts"
import type { Limits } from "./limits.ts"
import type { QuickAnswer } from "./node-server.ts"
import { type Encoding, encodingFor, pack } from "./packed.ts"
import { addSecurityHeaders } from "./security-headers.ts"
import { LOCAL_NAMES, type TenantOfHost } from "./tenant-of-host.ts"

export interface QuickPagesDeps extends AnswerDeps {
  readonly memory: PageMemory
  readonly newId: NewId
  readonly readPeer: ReadPeer
  readonly tenantOfHost: TenantOfHost
  readonly localHost?: string
  readonly limits: Pick<Limits, "countPage">
}

const redactor = createRedactor()

/**
 * A remembered page, straight from the socket to the socket: with id, limit, log line, numbers and security headers
 * like every answer, but without the machinery for what has to be looked up. That costs ten times the page.
 */
export function createQuickPages(deps: QuickPagesDeps): QuickAnswer {
  const letters = new WeakMap<RememberedPage, Letter>()
  return (request, response) => {
    const { url: target = "" } = request
    const { host } = request.headers
    if (request.method !== "GET" || host === undefined) return false
    const startedMs = monotonicMs()
    const headers = { get: (name: string) => headerOf(request, name) }
    const cut = target.indexOf("?")
    const path = cut < 0 ? target : target.slice(0, cut)
    const page = recallPage(deps.memory, { method: "GET", url: `http://${host}${target}`, path, headers })
    if (!page) return false
    const tenant = shopAt(deps, host)
    if (tenant?.state !== "open") return false
    const { address, isSecure } = deps.readPeer(request.socket.remoteAddress, headers)
    if (!hasTurn(deps, address)) return false

    let letter = letters.get(page)
    if (!letter) letters.set(page, (letter = writeLetter(page, target)))
    const isKnown = request.headers["if-none-match"] === page.etag
    const status = isKnown ? 304 : 200
    const requestId = deps.newId("req")
    const sent = isSecure ? letter.secureHeaders : letter.headers
    const encoding = isKnown ? undefined : encodingFor(request.headers["accept-encoding"])
    const body = isKnown ? undefined : letter.bodyIn(encoding)
    const ofBody = body ? ["content-length", String(body.length)] : []
    if (encoding) ofBody.push("content-encoding", encoding)
    response.writeHead(status, [...sent, ...ofBody, "x-request-id", requestId])
    response.end(body)
    noteAnswer(deps, {
      requestId,
      tenant: tenant.id,
      method: "GET",
      path: letter.loggedPath,
      status,
      area: "page",
      address,
      startedMs,
    })
    return true
  }
}

/** What is the same every time a page is sent, put together once. */
interface Letter {
  readonly headers: readonly string[]
  readonly secureHeaders: readonly string[]
  readonly loggedPath: string
  /** As bytes: to turn a text into them each time would cost more than all else, and without a length it goes in pieces. */
  bodyIn(encoding: Encoding | undefined): Buffer
}

function writeLetter(page: RememberedPage, target: string): Letter {
  const headersFor = (isSecure: boolean) => {
    const headers = new Headers(page.headers)
    addSecurityHeaders(headers, isSecure)
    if (!headers.get("vary")?.includes("accept-encoding")) headers.append("vary", "accept-encoding")
    return [...headers].flat()
  }
  const bodies = new Map<Encoding | undefined, Buffer>()
  return {
    headers: headersFor(false),
    secureHeaders: headersFor(true),
    loggedPath: redactor.target(target),
    bodyIn: (encoding) => {
      const known = bodies.get(encoding)
      if (known) return known
      const made = encoding ? pack(page.body, encoding) : Buffer.from(page.body)
      bodies.set(encoding, made)
      return made
    },
  }
}

/** Whose shop a host is, as far as it is known without asking. */
export function shopAt(
  { localHost, tenantOfHost }: Pick<QuickPagesDeps, "localHost" | "tenantOfHost">,
  host: string,
): Tenant | undefined {
  const known = tenantOfHost.remembered(host)
  const isLocal = localHost !== undefined && LOCAL_NAMES.has(known.name ?? "")
  return isLocal ? tenantOfHost.remembered(localHost).tenant : known.tenant
}

/** One too many is refused by those who find the words for it. */
function hasTurn({ limits }: QuickPagesDeps, address: string): boolean {
  try {
    limits.countPage(address)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return (typeof value === "string" ? value : value?.join(", ")) ?? null
}
