import { gzipSync } from "node:zlib"
import { afterEach, describe, expect, it } from "vitest"
import { path } from "./path.ts"
import { type Answer, createTestOutside, failureOf, serve, type TestOutside } from "./testing.ts"

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function start(answer: Answer, options?: Parameters<typeof createTestOutside>[0]) {
  const server = await serve(answer)
  const test = createTestOutside(options)
  open.push(test.outside, server)
  return { server, ...test }
}

const sayOk: Answer = (response) => response.end('{"ok":true}')

describe("what goes out", () => {
  it("is put together from base path, path, query, headers and body", async () => {
    const { server, host } = await start(sayOk)
    const panel = host(
      { url: `${server.url}/api/` },
      { headers: () => ({ Authorization: "Bearer abc123" }), idempotencyHeader: "PayPal-Request-Id" },
    )
    const answer = await panel.call({
      method: "POST",
      path: path`/servers/${"a b&c"}/power`,
      query: { page: 2, tag: ["x", "y"], none: undefined },
      json: { on: true },
      idempotencyKey: "order:1",
      traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    })
    expect(answer.json()).toEqual({ ok: true })
    const [request] = server.seen.requests
    expect(request).toMatchObject({
      method: "POST",
      url: "/api/servers/a%20b%26c/power?page=2&tag=x&tag=y",
      body: '{"on":true}',
    })
    expect(request?.headers).toMatchObject({
      "user-agent": "test/1",
      authorization: "Bearer abc123",
      "content-type": "application/json",
      "paypal-request-id": "order:1",
      traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    })
  })

  it("carries a form or plain bytes, and no malformed trace", async () => {
    const { server, host } = await start(sayOk)
    await host(server).call({
      method: "POST",
      path: "/",
      form: { a: "x y", b: 1n },
      traceparent: "nonsense\r\nx: y",
    })
    await host(server).call({
      method: "PUT",
      path: "/",
      body: Buffer.from("raw"),
      headers: { "Content-Type": "text/csv" },
    })
    const [form, bytes] = server.seen.requests
    expect(form).toMatchObject({
      body: "a=x+y&b=1",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    })
    expect(form?.headers["traceparent"]).toBeUndefined()
    expect(bytes).toMatchObject({ body: "raw", headers: { "content-type": "text/csv" } })
  })

  it.each([
    ["a path that climbs", { path: "/../admin" }],
    ["a path that becomes a host", { path: "@evil.example/" }],
    ["a body with a GET", { path: "/", json: {} }],
    ["two bodies", { method: "POST", path: "/", json: {}, form: {} }],
    ["a header that frames the message", { path: "/", headers: { "Transfer-Encoding": "chunked" } }],
    ["a header with a line break", { path: "/", headers: { x: "a\r\nHost: evil" } }],
    ["what JSON can't hold", { method: "POST", path: "/", json: { amount: 1n } }],
  ] as const)("is refused before anything is sent: %s", async (_, call) => {
    const { server, host } = await start(sayOk)
    expect(await failureOf(host(server).call({ method: "GET", ...call }))).toMatchObject({ kind: "refused" })
    expect(server.seen.connections).toBe(0)
  })

  it.each([
    ["plain http", "http://panel.example"],
    ["another scheme", "file:///etc/passwd"],
    ["a user and password", "https://user:word@panel.example"],
    ["a query", "https://panel.example/?key=1"],
    ["nonsense", "panel"],
  ])("never starts from %s", (_, baseUrl) => {
    const { outside } = createTestOutside()
    expect(() => outside.host({ name: "panel", baseUrl })).toThrow(/refused/)
    expect(() => outside.host({ name: "panel", baseUrl: "https://panel.example/api" })).not.toThrow()
  })
})

describe("what comes back", () => {
  it("is an answer, whatever it says, short of 429 and 5xx", async () => {
    const { server, host, tries } = await start((response) =>
      response.writeHead(404, { "x-a": ["1", "2"] }).end("no"),
    )
    const answer = await host(server).call({ method: "GET", path: "/" })
    expect(answer).toMatchObject({ status: 404, text: "no", tries: 1, headers: { "x-a": "1, 2" } })
    expect(tries).toMatchObject([
      { host: "test", kind: "answered", status: 404, tries: 1, responseBody: "no" },
    ])
  })

  it("is unpacked and read in its own alphabet", async () => {
    const { server, host } = await start((response, request) => {
      if (request.url === "/gzip") response.setHeader("content-encoding", "gzip").end(gzipSync('{"a":1}'))
      else
        response.setHeader("content-type", "text/plain; charset=euc-kr").end(Buffer.from("bcadbfef", "hex"))
    })
    expect((await host(server).call({ method: "GET", path: "/gzip" })).json()).toEqual({ a: 1 })
    expect((await host(server).call({ method: "GET", path: "/korean" })).text).toBe("서울")
  })

  it("leaves no prototype behind", async () => {
    const { server, host } = await start((response) =>
      response.end('{"__proto__":{"admin":true},"a":{"__proto__":1}}'),
    )
    const value = (await host(server).call({ method: "GET", path: "/" })).json() as object
    expect(Object.getOwnPropertyNames(value)).toEqual(["a"])
    expect(Object.assign({}, value)).not.toHaveProperty("admin")
  })

  it("is an unknown outcome when it is garbage", async () => {
    const { server, host } = await start((response) => response.end("<html>password=hunter2hunter2"))
    const answer = await host(server).call({ method: "POST", path: "/" })
    expect(() => answer.json()).toThrow(expect.objectContaining({ kind: "unknown", status: 200 }))
    expect(() => answer.json()).not.toThrow(/hunter2/)
  })

  it("follows a redirect only when asked, only inside the origin, only so far", async () => {
    const elsewhere = await serve(sayOk)
    open.push(elsewhere)
    const { server, host } = await start((response, request) => {
      const target = { "/here": "/there?a=1", "/loop": "/loop", "/away": `${elsewhere.url}/` }[request.url]
      if (target) response.writeHead(302, { location: target }).end()
      else response.end("there")
    })
    const get = (below: string, redirects?: number) =>
      host(server).call({ method: "GET", path: below, redirects })
    expect(await get("/here")).toMatchObject({ status: 302 })
    expect(await get("/here", 1)).toMatchObject({ status: 200, text: "there" })
    expect(server.seen.requests.at(-1)?.url).toBe("/there?a=1")
    expect(await get("/loop", 100)).toMatchObject({ status: 302 })
    expect(server.seen.requests.filter(({ url }) => url === "/loop").length).toBe(6)
    expect(await get("/away")).toMatchObject({ status: 302 })
    expect(await failureOf(get("/away", 1))).toMatchObject({ kind: "refused" })
    const post = host(server).call({ method: "POST", path: "/here", redirects: 5 })
    expect(await post).toMatchObject({ status: 302 })
    expect(elsewhere.seen.connections).toBe(0)
  })
})

describe("trying again", () => {
  const failTwice: Answer = (response, _, count) => response.writeHead(count < 3 ? 503 : 200).end("{}")

  it("happens for safe and for keyed calls, with jitter, and never for others", async () => {
    for (const call of [{ method: "GET" }, { method: "POST", idempotencyKey: "k" }] as const) {
      const { server, host, pauses, tries } = await start(failTwice)
      expect(await host(server).call({ ...call, path: "/" })).toMatchObject({ status: 200, tries: 3 })
      expect(pauses).toEqual([125, 250]) // half of 250 ms and of 500 ms: the random number is 0.5
      expect(tries.map(({ kind, tries: nth }) => [kind, nth])).toEqual([
        ["unknown", 1],
        ["unknown", 2],
        ["answered", 3],
      ])
    }
    for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
      const { server, host } = await start(failTwice)
      const failure = await failureOf(host(server).call({ method, path: "/", retries: 5 }))
      expect(failure).toMatchObject({ kind: "unknown", status: 503, tries: 1 })
      expect(server.seen.requests.length).toBe(1)
    }
  })

  it("waits for a moment when a 429 asks, and hands a longer wait to the caller", async () => {
    const answer: Answer = (response, request, count) =>
      count % 2 === 1
        ? response.writeHead(429, { "retry-after": request.url.slice(1) }).end("slow down")
        : sayOk(response, request, count)
    const { server, host, pauses } = await start(answer)
    expect(await host(server).call({ method: "GET", path: "/2" })).toMatchObject({ status: 200, tries: 2 })
    expect(pauses).toEqual([2_125])
    const failure = await failureOf(host(server).call({ method: "GET", path: "/3" }))
    expect(failure).toMatchObject({ kind: "rate_limited", retryAfterSeconds: 3, tries: 1, status: 429 })
    expect(failure.answer?.text).toBe("slow down")
    expect(pauses).toEqual([2_125])
  })

  it("stops when the call has lasted 30 s, all waiting included", async () => {
    const test: TestOutside = createTestOutside({
      pause: async (milliseconds) => void (test.time.now += milliseconds + 20_000),
    })
    const server = await serve((response) => response.writeHead(503).end())
    open.push(test.outside, server)
    const failure = await failureOf(test.host(server).call({ method: "GET", path: "/", retries: 5 }))
    expect(failure).toMatchObject({ kind: "not_sent", tries: 3 })
    expect(server.seen.requests.length).toBe(2)
  })

  it("leaves the outcome unknown when only the last try surely failed", async () => {
    const server = await serve((response) => response.socket?.destroy())
    const test: TestOutside = createTestOutside({ pause: () => server.close() })
    open.push(test.outside, server)
    const keyed = await failureOf(
      test.host(server).call({ method: "POST", path: "/", idempotencyKey: "k", retries: 1 }),
    )
    expect(test.tries.map(({ kind }) => kind)).toEqual(["unknown", "not_sent"])
    expect(keyed).toMatchObject({ kind: "unknown", tries: 2 })
  })

  it("ends after five further tries, even when others keep the budget full", async () => {
    const { server, host, pause } = await startBusy()
    const failure = await failureOf(host(server).call({ method: "GET", path: "/bad", retries: 100 }))
    expect(failure).toMatchObject({ tries: 6 })
    expect(pause.count).toBe(5)
  })

  it("costs a host in trouble at most as much again", async () => {
    const { server, host } = await start((response, _, count) =>
      response.writeHead(count % 4 === 0 ? 200 : 500).end("{}"),
    )
    const calls = 40
    for (let call = 0; call < calls; call++) {
      await host(server).call({ method: "GET", path: "/", retries: 5 }).catch(failureWords)
    }
    expect(server.seen.requests.length).toBeGreaterThan(calls)
    expect(server.seen.requests.length).toBeLessThanOrEqual(2 * calls)
  })
})

/** Between two tries of one call others go well, so neither budget nor breaker stops it. */
async function startBusy() {
  const pause = { count: 0 }
  const started = await start(
    (response, request) => response.writeHead(request.url === "/bad" ? 500 : 200).end(),
    {
      pause: async () => {
        pause.count++
        for (let call = 0; call < 4; call++)
          await started.host(started.server).call({ method: "GET", path: "/good" })
      },
    },
  )
  return { ...started, pause }
}

function failureWords(error: Error): string {
  return error.message
}

describe("the breaker", () => {
  it("opens after five failures, lets one through after a rest, closes when that one comes back", async () => {
    let isDead = true
    const { server, host, time } = await start((response) => response.writeHead(isDead ? 500 : 200).end("{}"))
    const panel = host(server)
    const post = () => panel.call({ method: "POST", path: "/" })
    for (let call = 0; call < 5; call++) await failureOf(post())
    expect(panel.state()).toMatchObject({ breaker: "open", inFlight: 0, waiting: 0 })
    expect(await failureOf(post())).toMatchObject({ kind: "not_sent", retryAfterSeconds: 10 })
    expect(server.seen.requests.length).toBe(5)

    time.now += 10_000
    expect(panel.state().breaker).toBe("half_open")
    const [first, second] = await Promise.all([failureOf(post()), failureOf(post())])
    expect([first.kind, second.kind].sort()).toEqual(["not_sent", "unknown"])
    expect(server.seen.requests.length).toBe(6)
    expect(await failureOf(post())).toMatchObject({ retryAfterSeconds: 20 })

    time.now += 20_000
    isDead = false
    expect(await post()).toMatchObject({ status: 200 })
    expect(panel.state().breaker).toBe("closed")
  })

  it("is shared by everyone who calls the host, and not with other hosts", async () => {
    const { server, host, outside } = await start((response, request) =>
      response.writeHead(request.url === "/good" ? 200 : 500).end(),
    )
    for (let call = 0; call < 5; call++) await failureOf(host(server).call({ method: "POST", path: "/" }))
    expect(await failureOf(host(server).call({ method: "GET", path: "/good" }))).toMatchObject({
      kind: "not_sent",
    })
    expect(await host(server, { name: "other" }).call({ method: "GET", path: "/good" })).toMatchObject({
      status: 200,
    })
    expect(outside.states().map(({ name, breaker }) => [name, breaker])).toEqual([
      ["test", "open"],
      ["other", "closed"],
    ])
  })

  it("does not count what we called off ourselves, nor what was too large for us", async () => {
    const { server, host } = await start((response, request) => {
      if (request.url === "/large") response.end("x".repeat(2_000))
      else if (request.url === "/good") response.end()
      else stop.abort()
    })
    let stop = new AbortController()
    const panel = host(server, { maxBodyBytes: 1_000 })
    for (let call = 0; call < 6; call++) {
      stop = new AbortController()
      await failureOf(panel.call({ method: "POST", path: "/hang", signal: stop.signal }))
      await failureOf(panel.call({ method: "POST", path: "/large" }))
    }
    expect(panel.state().breaker).toBe("closed")
    expect(await panel.call({ method: "GET", path: "/good" })).toMatchObject({ status: 200 })
  })

  it("counts neither refusals of ours nor answers", async () => {
    const { server, host } = await start((response, _, count) =>
      response.writeHead(count % 10 ? 429 : 400).end(),
    )
    for (let call = 0; call < 20; call++)
      await host(server).call({ method: "POST", path: "/" }).catch(failureWords)
    expect(server.seen.requests.length).toBe(20)
  })
})

describe("the record", () => {
  it("shows the conversation without its secrets", async () => {
    const { server, host, tries } = await start((response, request) => {
      const { password } = JSON.parse(request.body) as { password: string }
      response.writeHead(422).end(
        JSON.stringify({
          reason: `${password} is too weak`,
          sent: request.headers["x-panel"],
          id: "acc_1",
        }),
      )
    })
    const panel = host(server, {
      headers: () => ({ "X-Panel": "canary-header" }),
      secrets: () => ["canary-path"],
    })
    await panel.call({
      method: "POST",
      path: path`/hooks/${"canary-path"}/x`,
      query: { api_key: "canary-query", page: 3 },
      json: { password: "canary-body", plan: "basic", nested: { ticket: "canary-field" } },
      secretFields: ["ticket"],
    })
    expect(JSON.stringify(tries)).not.toContain("canary")
    expect(tries[0]).toMatchObject({
      path: "/hooks/[redacted]/x?api_key=[redacted]&page=3",
      requestBody: '{"password":"[redacted]","plan":"basic","nested":{"ticket":"[redacted]"}}',
      responseBody: '{"reason":"[redacted] is too weak","sent":"[redacted]","id":"acc_1"}',
    })
  })

  it("keeps secrets out of errors, also of what a logger prints of them", async () => {
    const { server, host } = await start((response) =>
      response.writeHead(500).end('{"token":"canary-answer"}'),
    )
    const failure = await failureOf(
      host(server, { secrets: () => ["canary-path"] }).call({ method: "POST", path: "/canary-path" }),
    )
    expect(failure.message).toBe("test: POST /[redacted] has an unknown outcome: it answered 500")
    const { inspect } = await import("node:util")
    expect(inspect(failure, { depth: 9, showHidden: true }) + JSON.stringify(failure)).not.toContain("canary")
    expect(failure.answer?.json()).toEqual({ token: "canary-answer" })
  })

  it("also goes to the one who called", async () => {
    const { server, host, tries } = await start(sayOk)
    const own: unknown[] = []
    await host(server).call({ method: "GET", path: "/", record: (one) => own.push(one) })
    await host(server).call({ method: "GET", path: "/" })
    expect(own).toEqual(tries.slice(0, 1))
  })

  it("is bounded, and names what it does not show", async () => {
    const { server, host, tries } = await start((response) =>
      response.setHeader("content-type", "image/png").end("x".repeat(9_000)),
    )
    await host(server).call({ method: "POST", path: "/", json: { text: "y ".repeat(10_000) } })
    expect(tries[0]?.requestBody.length).toBeLessThan(4_200)
    expect(tries[0]?.responseBody).toBe("[9000 bytes]")
  })

  it("that can't be written does not fail the call", async () => {
    const failures: unknown[] = []
    const boom = () => {
      throw new Error("disk full")
    }
    const { server, host } = await start(sayOk, {
      record: boom,
      onRecordFailure: (error) => failures.push(error),
    })
    expect(await host(server).call({ method: "GET", path: "/" })).toMatchObject({ status: 200 })
    expect(failures).toHaveLength(1)
  })
})

describe("many at once", () => {
  it("no more than the host bears; the others wait their turn", async () => {
    const held: (() => void)[] = []
    let most = 0
    const { server, host } = await start((response) => {
      held.push(() => response.end("{}"))
      most = Math.max(most, held.length)
      if (held.length === 2) for (const release of held.splice(0)) release()
    })
    const panel = host(server, { concurrency: 2 })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => panel.call({ method: "GET", path: "/" })),
    )
    expect(answers).toHaveLength(8)
    expect([most, server.seen.connections]).toEqual([2, 2])
    expect(panel.state()).toMatchObject({ inFlight: 0, waiting: 0 })
  })
})
