import type { IncomingMessage } from "node:http"
import { monotonicMs } from "#kit/clock.ts"
import type { NewId } from "#kit/id.ts"
import { cleanFields, type Log } from "#kit/log.ts"
import { createRedactor } from "#kit/redact.ts"
import { Refusal } from "#kit/refusal.ts"
import type { Tenant } from "#tenancy"
import { type PageMemory, type RememberedPage, recallPage } from "#web/visitor-pages.ts"
import type { AnswerDeps } from "./arrival.ts"
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
    const headers = new RequestHeads(request)
    const cut = target.indexOf("?")
    const path = cut < 0 ? target : target.slice(0, cut)
    const page = recallPage(deps.memory, { method: "GET", url: `http://${host}${target}`, path, headers })
    if (!page) return false
    const tenant = shopAt(deps, host)
    if (tenant?.state !== "open") return false
    const { address, isSecure } = deps.readPeer(request.socket.remoteAddress, headers)
    if (!hasTurn(deps, address)) return false

    let letter = letters.get(page)
    if (letter?.tenant !== tenant.id) {
      letter = writeLetter(page, deps.log, { tenant: tenant.id, target })
      letters.set(page, letter)
    }
    const isKnown = request.headers["if-none-match"] === page.etag
    const way = isKnown ? "known" : (encodingFor(request.headers["accept-encoding"]) ?? "plain")
    const { status, head, body } = letter.sheetFor(way, isSecure)
    const requestId = deps.newId("req")
    response.writeHead(status, [...head, requestId])
    response.end(body)
    const milliseconds = monotonicMs() - startedMs
    deps.metrics.countRequest({ area: AREA, method: "GET", status, seconds: milliseconds / 1_000 })
    letter.log.info(
      cleanFields({ status, requestId, address, milliseconds: Math.round(milliseconds) }),
      "answered",
    )
    return true
  }
}

const AREA = "page"

/** What is the same every time a page is sent, put together once. */
interface Letter {
  readonly tenant: string
  /** Says the half of the line that never changes. */
  readonly log: Log
  sheetFor(way: Way, isSecure: boolean): Sheet
}

/** "known" goes without the page to a browser that still has it. */
type Way = Encoding | "plain" | "known"

interface Sheet {
  readonly status: number
  /** Names and values in turns; the last name waits for its value, the request's id. */
  readonly head: readonly string[]
  /** As bytes: to turn a text into them each time would cost more than all else, and without a length it goes in pieces. */
  readonly body: Buffer | undefined
}

function writeLetter(page: RememberedPage, log: Log, whose: { tenant: string; target: string }): Letter {
  const { tenant, target } = whose
  const bodies = new Map<Way, Buffer | undefined>()
  const bodyFor = (way: Way) => {
    if (!bodies.has(way)) bodies.set(way, writeBody(page, way))
    return bodies.get(way)
  }
  const writeSheet = (way: Way, isSecure: boolean): Sheet => {
    const headers = new Headers(page.headers)
    addSecurityHeaders(headers, isSecure)
    if (!headers.get("vary")?.includes("accept-encoding")) headers.append("vary", "accept-encoding")
    const body = bodyFor(way)
    if (body) headers.set("content-length", String(body.length))
    if (body && way !== "plain") headers.set("content-encoding", way)
    return { status: way === "known" ? 304 : 200, head: [...[...headers].flat(), "x-request-id"], body }
  }
  const plain = new Map<Way, Sheet>()
  const secure = new Map<Way, Sheet>()
  return {
    tenant,
    log: log.child({ tenant, method: "GET", path: redactor.target(target), area: AREA }),
    sheetFor: (way, isSecure) => {
      const sheets = isSecure ? secure : plain
      let sheet = sheets.get(way)
      if (!sheet) sheets.set(way, (sheet = writeSheet(way, isSecure)))
      return sheet
    },
  }
}

function writeBody(page: RememberedPage, way: Way): Buffer | undefined {
  if (way === "known") return undefined
  return way === "plain" ? Buffer.from(page.body) : pack(page.body, way)
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

/** A class: the bundle notes the name of every function that is made, which costs as much as a tenth of the rest. */
class RequestHeads {
  readonly #headers: IncomingMessage["headers"]

  constructor(request: IncomingMessage) {
    this.#headers = request.headers
  }

  get(name: string): string | null {
    const value = this.#headers[name]
    return (typeof value === "string" ? value : value?.join(", ")) ?? null
  }
}
