import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, it } from "vitest"
import { createProbeRouter } from "../testing/probe.ts"
import { fetchFrom, sendRaw, testEdge } from "../testing/test-edge.ts"
import { createMigrationsCheck } from "./migrations-current.ts"
import type { WebServerDeps } from "./parts.ts"

const config: WebServerDeps["config"] = {
  roles: ["web", "api", "sandbox"],
  trustedProxies: [],
  rateLimits: true,
  metricsToken: undefined,
}

describe("the front of the house", () => {
  it("puts a request id and closed security headers on every answer", async () => {
    await using edge = await testEdge()
    for (const path of ["/healthz", "/api/v1/me", "/api/nothing", "/no-such-page", "/api/openapi.json"]) {
      const { headers } = await edge.fetch(path)
      expect(headers.get("x-request-id")).toMatch(/^req_/)
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("content-security-policy")).toContain("default-src 'none'")
      expect(headers.get("x-frame-options")).toBe("DENY")
      expect(headers.get("strict-transport-security")).toBeNull()
    }
  })

  it("logs one line per request, with its ids and without what must not be read", async () => {
    await using edge = await testEdge()
    const answer = await edge.fetch("/api/v1/me?token=very-secret&x=1")
    const line = edge.lines.find((one) => one["requestId"] === answer.headers.get("x-request-id"))
    expect(line).toMatchObject({
      tenant: "ten_shop",
      method: "GET",
      status: 200,
      area: "api",
      msg: "answered",
    })
    expect(line?.["path"]).toContain("x=1")
    expect(JSON.stringify(edge.lines)).not.toContain("very-secret")
  })

  it("finds the shop by the host name alone, whatever else is claimed", async () => {
    await using edge = await testEdge()
    const ask = (host: string, headers: Record<string, string> = {}) =>
      edge.fetch("/api/v1/me", { host, headers })
    expect((await ask("SHOP.test:8080")).status).toBe(200)
    expect((await ask("stranger.test", { "x-forwarded-host": "shop.test" })).status).toBe(404)
    expect((await ask("shop.test.stranger.test")).status).toBe(404)
    expect((await ask("127.0.0.1")).status).toBe(404)
    expect((await ask("shop.test/../other")).status).toBeGreaterThanOrEqual(400)
  })

  it("answers as the demo shop at localhost only where it is told so", async () => {
    await using edge = await testEdge({ localHost: "shop.test" })
    for (const host of ["localhost:3000", "127.0.0.1", "[::1]:3000"]) {
      expect((await edge.fetch("/api/v1/me", { host })).status).toBe(200)
    }
    expect((await edge.fetch("/api/v1/me", { host: "localhost.stranger.test" })).status).toBe(404)
  })

  it("starts only the parts of its roles", async () => {
    const mounts = [
      {
        prefix: "/sandbox/mailbox",
        area: "sandbox",
        role: "sandbox",
        needsTenant: false,
        answer: () => new Response("mail"),
      },
    ] as const
    await using sandbox = await testEdge({ mounts, config: { ...config, roles: ["sandbox"] } })
    expect(await (await sandbox.fetch("/sandbox/mailbox/letters", { host: "any.test" })).text()).toBe("mail")
    expect((await sandbox.fetch("/api/v1/me")).status).toBe(404)
    await using api = await testEdge({ mounts, config: { ...config, roles: ["api"] } })
    expect((await api.fetch("/sandbox/mailbox/letters")).status).toBe(404)
    expect((await api.fetch("/api/v1/me")).status).toBe(200)
  })

  it("shows its numbers to this machine, or to who knows the token", async () => {
    await using edge = await testEdge()
    await edge.fetch("/api/v1/me")
    const text = await (await edge.fetch("/metrics")).text()
    expect(text).toMatch(/hostwell_http_request_seconds_count\{area="api",method="GET",status="2xx"\} 1/)
    expect(text).toMatch(/hostwell_database_connections\{state="idle"\}/)
    await using guarded = await testEdge({ config: { ...config, metricsToken: "a-token-of-some-length" } })
    expect((await guarded.fetch("/metrics")).status).toBe(404)
    expect((await guarded.fetch("/metrics", { key: "a-token-of-some-length" })).status).toBe(200)
  })
})

describe("other sites", () => {
  it.each([
    ["another origin", { origin: "http://evil.test" }, 403],
    ["no origin at all", { origin: "null" }, 403],
    ["another site, by the browser's own word", { "sec-fetch-site": "cross-site" }, 403],
    ["a sibling of the same site", { "sec-fetch-site": "same-site" }, 403],
    ["our own page", { origin: "http://shop.test", "sec-fetch-site": "same-origin" }, 404],
  ])("a writing request from %s", async (_, headers, status) => {
    await using edge = await testEdge()
    const cookie = (await edge.signIn(edge.customer.email)).toString()
    const revoke = { method: "PUT", headers: { ...headers, cookie } }
    const answer = await edge.fetch("/api/v1/api-keys/key_00000000000000000000000000/revoke", revoke)
    expect(answer.status).toBe(status)
  })

  it("cannot sign anyone in or out either, and a cookie without any origin is not enough", async () => {
    await using edge = await testEdge()
    const cookie = await edge.signIn(edge.customer.email)
    const foreign = { headers: { origin: "http://evil.test", cookie }, json: {} }
    expect((await edge.fetch("/api/auth/sign-out", foreign)).status).toBe(403)
    expect((await edge.fetch("/api/auth/sign-in/email", foreign)).status).toBe(403)
    expect((await edge.fetch("/api/auth/sign-out", { headers: { cookie }, json: {} })).status).toBe(403)
    expect((await (await edge.fetch("/api/v1/me", { cookie })).json()).role).toBe("customer")
  })

  it("may be anywhere when they show a key", async () => {
    await using edge = await testEdge()
    const cookie = await edge.signIn(edge.customer.email)
    const made = await edge.fetch("/api/v1/api-keys", {
      cookie,
      json: { name: "k", scopes: ["identity.api-keys.write"] },
    })
    const answer = await edge.fetch("/api/v1/api-keys/key_00000000000000000000000000/revoke", {
      method: "PUT",
      key: (await made.json()).secret,
      headers: { origin: "http://their-own.test" },
    })
    expect(answer.status).toBe(404)
  })
})

describe("rate limits", () => {
  it("count a key's calls, say how many are left, and then say when to come back", async () => {
    await using edge = await testEdge()
    const cookie = await edge.signIn(edge.customer.email)
    const made = await edge.fetch("/api/v1/api-keys", {
      cookie,
      json: { name: "k", scopes: ["orders.read"] },
    })
    const key = (await made.json()).secret as string
    const first = await edge.fetch("/api/v1/me", { key })
    expect([first.headers.get("ratelimit-limit"), first.headers.get("ratelimit-remaining")]).toEqual([
      "100",
      "99",
    ])
    expect(Number(first.headers.get("ratelimit-reset"))).toBeGreaterThan(0)
    const answers = await Promise.all(Array.from({ length: 110 }, () => edge.fetch("/api/v1/me", { key })))
    const refused = answers.find((answer) => answer.status === 429)
    expect(refused?.headers.get("ratelimit-remaining")).toBe("0")
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(await refused?.json()).toMatchObject({ code: "request.too_many", status: 429 })
    expect((await edge.fetch("/api/v1/me", { cookie })).status).toBe(200)
  })
})

describe("a house that is full", () => {
  it("says so and when to come back, wherever a connection was wanted", async () => {
    await using edge = await testEdge()
    const { pool } = edge.at.database
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
    // A shop nobody has asked for yet must be looked up before anything else can answer.
    const answer = await edge.fetch("/", { host: "other.test" })
    for (const client of taken) client.release()
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"])
    expect(await answer.text()).toContain("try again in a few seconds")
    expect((await edge.fetch("/healthz")).status).toBe(200)
  })
})

describe("being ready and stopping", () => {
  it("is alive but not ready while the database is away or something else says no", async () => {
    const obstacles: string[] = []
    await using edge = await testEdge({ readyWhen: [async () => obstacles] })
    expect((await edge.fetch("/readyz")).status).toBe(200)
    obstacles.push("migrations are behind")
    const behind = await edge.fetch("/readyz")
    expect([behind.status, await behind.text()]).toEqual([503, "migrations are behind\n"])
    obstacles.pop()
    await edge.at.database.pool.end()
    expect((await edge.fetch("/readyz")).status).toBe(503)
    expect((await edge.fetch("/healthz")).status).toBe(200)
    Object.assign(edge.at.database, { close: async () => {} })
  })

  it("is not ready for a database of an older release", async () => {
    await using edge = await testEdge()
    expect(await createMigrationsCheck(edge.at.database)()).toEqual([])
    const directory = await mkdtemp(join(tmpdir(), "hostwell-journal-"))
    await writeFile(join(directory, "journal.json"), JSON.stringify({ entries: [{ when: 9e12 }] }))
    const newer = createMigrationsCheck(edge.at.database, pathToFileURL(join(directory, "journal.json")))
    expect(await newer()).toEqual(["the database is not at this release yet"])
    await rm(directory, { recursive: true })
  })

  it("finishes what is under way, takes nothing new, and then ends", async () => {
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    await using edge = await testEdge({
      routers: {
        probe: createProbeRouter({
          during: async () => {
            begun.resolve()
            await gate.promise
          },
        }),
      },
    })
    const slow = edge.fetch("/api/v1/probe/slow", { json: {} })
    await begun.promise
    const stopped = edge.web.stop(30_000)
    await expect(fetchFrom(edge.port, "/healthz")).rejects.toThrow(/ECONNREFUSED/)
    gate.resolve()
    expect((await slow).status).toBe(201)
    await stopped
  })

  it("drops what does not end within the limit", async () => {
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    await using edge = await testEdge({
      routers: {
        probe: createProbeRouter({
          during: async () => {
            begun.resolve()
            await gate.promise
          },
        }),
      },
    })
    const slow = edge.fetch("/api/v1/probe/slow", { json: {} }).catch((error: Error) => error.message)
    await begun.promise
    await edge.web.stop(100)
    expect(await slow).toMatch(/socket hang up|ECONNRESET/)
    gate.resolve()
  })

  it("cuts off who sends a head or a body drop by drop", async () => {
    await using edge = await testEdge({ times: { headersMs: 300, requestMs: 600, checkEveryMs: 50 } })
    const head = await sendRaw(edge.port, "GET / HTTP/1.1\r\nHost: shop.test\r\nX-Slow: ")
    expect(head).toMatch(/^HTTP\/1.1 408/)
    const body = await sendRaw(
      edge.port,
      "POST /api/v1/api-keys HTTP/1.1\r\nHost: shop.test\r\nContent-Length: 50\r\nContent-Type: application/json\r\n\r\n{",
    )
    expect(body).toMatch(/^(HTTP\/1.1 4\d\d|$)/)
    expect((await edge.fetch("/healthz")).status).toBe(200)
  })
})
