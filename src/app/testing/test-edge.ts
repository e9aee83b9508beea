import { randomBytes } from "node:crypto"
import { connect } from "node:net"
import type { AnyRouter } from "@orpc/server"
import { createCustomer, createIdentityRouter, createStaff, hashPassword, saveStaffPolicy } from "#identity"
import { signInMeansForTests } from "#identity/testing"
import type { Log } from "#kit/context.ts"
import { createKeyring } from "#kit/secrets.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { ensureTenant } from "#tenancy"
import type { WebServer, WebServerDeps } from "../http/parts.ts"
import { createWebServer } from "../http/web-server.ts"
import { createLog } from "../log.ts"
import { listen } from "../port.ts"

export const SHOP = "ten_shop"
export const OTHER_SHOP = "ten_other"
export const PASSWORD = "a long enough password"

/** A real server on a free port with a database of its own: two shops, a customer and an operator in the first. */
export interface TestEdge extends AsyncDisposable {
  readonly at: TestDatabase
  readonly web: WebServer
  readonly port: number
  readonly lines: Record<string, unknown>[]
  readonly customer: { readonly personId: string; readonly accountId: string; readonly email: string }
  readonly operator: { readonly personId: string; readonly email: string }
  /** To the first shop unless another host is named. */
  fetch(path: string, wish?: Wish): Promise<Response>
  signIn(email: string): Promise<string>
}

export interface Wish extends RequestInit {
  readonly host?: string
  readonly json?: unknown
  readonly cookie?: string
  readonly key?: string
  readonly headers?: Record<string, string>
}

export interface TestEdgeOptions
  extends Partial<Omit<WebServerDeps, "database" | "clock" | "newId" | "signInMeans">> {
  readonly routers?: Record<string, AnyRouter>
}

export async function testEdge(options: TestEdgeOptions = {}): Promise<TestEdge> {
  const at = await testDatabase({ runner: "memory" })
  const lines: Record<string, unknown>[] = []
  const people = await fillShops(at)
  const web = createWebServer({
    config: {
      roles: ["web", "api", "sandbox"],
      trustedProxies: [],
      rateLimits: true,
      metricsToken: undefined,
    },
    database: at.database,
    clock: at.clock,
    newId: at.newId,
    log: collectingLog(lines),
    keyring: createKeyring({ current: "k1", keys: { k1: randomBytes(32) } }),
    outside: { states: () => [] },
    signInMeans: signInMeansForTests(),
    router: {
      identity: createIdentityRouter({ apiKeyKind: "test", ...signInMeansForTests() }),
      ...options.routers,
    },
    ...options,
  })
  const port = await listen(web.server, 0)
  const edge = { at, web, port, lines, ...people }
  return {
    ...edge,
    fetch: (path, wish) => fetchFrom(port, path, wish),
    signIn: (email) => signIn(port, email),
    [Symbol.asyncDispose]: async () => {
      await web.stop(1_000)
      await at.drop()
    },
  }
}

async function fillShops(at: TestDatabase) {
  await at.database.transactAcrossTenants(async (db) => {
    await ensureTenant(db, at.clock, { id: SHOP, slug: "shop", hosts: ["shop.test"] })
    await ensureTenant(db, at.clock, { id: OTHER_SHOP, slug: "other", hosts: ["other.test"] })
  })
  const passwordHash = await hashPassword(PASSWORD)
  const customer = { email: "customer@shop.test", passwordHash, language: "ko", country: "KR" } as const
  const operator = { email: "operator@shop.test", passwordHash, language: "en", role: "operator" } as const
  const made = await at.inTenant(SHOP, async (ctx) => ({
    customer: { ...(await createCustomer(ctx, { ...customer, name: "손님" })), email: customer.email },
    operator: { ...(await createStaff(ctx, { ...operator, name: "Operator" })), email: operator.email },
  }))
  // These trials are about other things; the duty of a second factor has its own.
  const policy = { needsSecondFactor: false, secondFactorFrom: null, networks: [] }
  for (const shop of [SHOP, OTHER_SHOP]) {
    await at.inTenant(shop, (ctx) => saveStaffPolicy(ctx, policy, undefined))
  }
  // The same address as the first shop's customer, with another password: two people who never meet.
  await at.inTenant(OTHER_SHOP, async (ctx) =>
    createCustomer(ctx, { ...customer, name: "Other", passwordHash: await hashPassword("another password") }),
  )
  return made
}

/** fetch() won't let a test choose its Host, so the address is named in the request line's own header. */
export async function fetchFrom(port: number, path: string, wish: Wish = {}): Promise<Response> {
  const { host = "shop.test", json, cookie, key, headers = {}, ...init } = wish
  const { request } = await import("node:http")
  const body = json === undefined ? (init.body as string | undefined) : JSON.stringify(json)
  const method = init.method ?? (body === undefined ? "GET" : "POST")
  const sent = {
    host,
    ...(json === undefined ? {} : { "content-type": "application/json" }),
    ...(cookie ? { cookie, origin: `http://${host}` } : {}),
    ...(key ? { authorization: `Bearer ${key}` } : {}),
    ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
    ...headers,
  }
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: "127.0.0.1", path, method, headers: sent, agent: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk: Buffer) => chunks.push(chunk))
        answer.on("error", reject)
        answer.on("end", () => resolve(toResponse(answer, Buffer.concat(chunks))))
      },
    )
    asked.on("error", reject)
    asked.end(body)
  })
}

function toResponse(
  answer: { statusCode?: number | undefined; rawHeaders: string[] },
  body: Buffer<ArrayBuffer>,
): Response {
  const headers = new Headers()
  for (let index = 0; index < answer.rawHeaders.length; index += 2) {
    headers.append(answer.rawHeaders[index] ?? "", answer.rawHeaders[index + 1] ?? "")
  }
  const status = answer.statusCode ?? 500
  return new Response(status === 204 || status === 304 ? null : body, { status, headers })
}

async function signIn(port: number, email: string): Promise<string> {
  const answer = await fetchFrom(port, "/api/auth/sign-in/email", { json: { email, password: PASSWORD } })
  if (!answer.ok) throw new Error(`Signing in as ${email}: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}

/** Bytes on a bare connection; resolves with what came back when the other side closed it. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ""
    const socket = connect(port, "127.0.0.1", () => socket.write(text))
    socket.on("data", (chunk) => {
      answer += chunk.toString()
    })
    socket.on("close", () => resolve(answer))
    socket.on("error", reject)
  })
}

function collectingLog(lines: Record<string, unknown>[]): Log {
  return createLog({ level: "debug", write: (line) => void lines.push(JSON.parse(line)) })
}
