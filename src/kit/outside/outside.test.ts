import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { createServer as createTcpServer } from "node:net"
import { gzipSync } from "node:zlib"
import { afterEach, expect, test } from "vitest"
import { isPublicAddress } from "./address-guard.ts"
import { OutsideError, type OutsideRecord, path } from "./call.ts"
import { createOutside, type HostConfig, type Outside } from "./outside.ts"

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  open.push({
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function client(
  baseUrl: string,
  more: Partial<HostConfig> = {},
  records: OutsideRecord[] = [],
  now = { ms: 0 },
) {
  const outside: Outside = createOutside({
    random: () => 0,
    record: (record) => records.push(record),
    monotonicMs: () => now.ms,
    pause: async () => {},
  })
  open.push(outside)
  return outside.host({ name: "panel", baseUrl, allowPrivate: true, timeoutMs: 150, ...more })
}

async function kindOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => "answered",
    (failure: unknown) => failure,
  )
  return error instanceof OutsideError ? error.kind : String(error)
}

test("an answer below 500 is an answer, whatever it says", async () => {
  const url = await serve((_request, response) => response.writeHead(404).end('{"msg":"server not found"}'))
  const answer = await client(`${url}/api/v1`).call({ method: "GET", path: path`/servers/${7}` })
  expect(answer.status).toBe(404)
  expect(answer.json()).toEqual({ msg: "server not found" })
})

test("time-outs, resets, 5xx, garbage and too much are unknown; a refused connection is not sent", async () => {
  const never = await serve(() => {})
  expect(await kindOf(client(never).call({ method: "POST", path: "/x" }))).toBe("unknown")
  const slowBody = await serve((_request, response) => {
    response.writeHead(200)
    response.write("{")
  })
  expect(await kindOf(client(slowBody).call({ method: "POST", path: "/x" }))).toBe("unknown")
  const reset = await serve((request) => request.socket.destroy())
  expect(await kindOf(client(reset).call({ method: "POST", path: "/x" }))).toBe("unknown")
  const broken = await serve((_request, response) => response.writeHead(500).end())
  expect(await kindOf(client(broken).call({ method: "POST", path: "/x" }))).toBe("unknown")
  const garbage = await serve((_request, response) => response.end("<html>"))
  expect(
    await kindOf(
      client(garbage)
        .call({ method: "POST", path: "/x" })
        .then((a) => a.json()),
    ),
  ).toBe("unknown")
  const endless = await serve((_request, response) => {
    const more = () => {
      if (!response.destroyed)
        response.write(Buffer.alloc(16_384), (error) => (error ? undefined : setImmediate(more)))
    }
    more()
  })
  expect(await kindOf(client(endless, { maxBodyBytes: 100_000 }).call({ method: "POST", path: "/x" }))).toBe(
    "unknown",
  )
  const closed = createTcpServer()
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve))
  const port = (closed.address() as AddressInfo).port
  await new Promise((resolve) => closed.close(resolve))
  expect(await kindOf(client(`http://127.0.0.1:${port}`).call({ method: "POST", path: "/x" }))).toBe(
    "not_sent",
  )
})

test("a packed bomb is not unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000))
  const url = await serve((_request, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
  )
  const answer = await client(url).call({ method: "GET", path: "/x" })
  expect(answer.text.length).toBeLessThan(20_000)
})

test("a redirect is an answer, never followed", async () => {
  let visits = 0
  const inner = await serve((_request, response) => {
    visits++
    response.end("secret")
  })
  const url = await serve((_request, response) => response.writeHead(302, { location: inner }).end())
  const answer = await client(url).call({ method: "GET", path: "/x" })
  expect([answer.status, visits]).toEqual([302, 0])
})

test("GET is tried again once; POST only with a key", async () => {
  let calls = 0
  const url = await serve((_request, response) => response.writeHead(++calls % 2 === 1 ? 503 : 200).end("{}"))
  expect((await client(url).call({ method: "GET", path: "/x" })).status).toBe(200)
  expect(calls).toBe(2)
  expect(await kindOf(client(url).call({ method: "POST", path: "/x" }))).toBe("unknown")
  expect(calls).toBe(3)
  calls = 0
  expect(
    (await client(url).call({ method: "POST", path: "/x", idempotencyKey: "k", retries: 1 })).status,
  ).toBe(200)
  expect(calls).toBe(2)
})

test("rate limits tell when to come back and don't open the breaker", async () => {
  const url = await serve((_request, response) => response.writeHead(429, { "retry-after": "7" }).end())
  const host = client(url)
  for (let index = 0; index < 8; index++) {
    const error = await host.call({ method: "POST", path: "/x" }).catch((failure: unknown) => failure)
    expect(error).toMatchObject({ kind: "rate_limited", retryAfterSeconds: 7 })
  }
  expect(host.breaker()).toBe("closed")
})

test("five failures open the breaker; one probe after the pause closes or keeps it", async () => {
  let calls = 0
  let isDown = true
  const url = await serve((_request, response) => {
    calls++
    response.writeHead(isDown ? 500 : 200).end("{}")
  })
  const now = { ms: 0 }
  const host = client(url, {}, [], now)
  for (let index = 0; index < 9; index++) await kindOf(host.call({ method: "POST", path: "/x" }))
  expect([calls, host.breaker()]).toEqual([5, "open"])
  now.ms = 10_001
  expect(host.breaker()).toBe("half_open")
  expect(await kindOf(host.call({ method: "POST", path: "/x" }))).toBe("unknown")
  expect(host.breaker()).toBe("open")
  now.ms += 15_000 // the pause has doubled to 20 s
  expect(host.breaker()).toBe("open")
  now.ms += 6_000
  isDown = false
  expect((await host.call({ method: "POST", path: "/x" })).status).toBe(200)
  expect(host.breaker()).toBe("closed")
})

test("private addresses are refused unless the host is registered", async () => {
  const url = (await serve((_request, response) => response.end("{}"))).replace("http:", "https:")
  expect(await kindOf(client(url, { allowPrivate: false }).call({ method: "POST", path: "/x" }))).toBe(
    "not_sent",
  )
  const named = url.replace("127.0.0.1", "localhost")
  expect(await kindOf(client(named, { allowPrivate: false }).call({ method: "POST", path: "/x" }))).toBe(
    "not_sent",
  )
  for (const address of [
    "10.0.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "::1",
    "::ffff:10.0.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "fd00::1",
    "192.168.1.1",
  ]) {
    expect([address, isPublicAddress(address)]).toEqual([address, false])
  }
  expect(isPublicAddress("1.1.1.1")).toBe(true)
})

test("a base URL must be https, without a password; a path can't leave it", async () => {
  expect(() => client("http://example.com", { allowPrivate: false })).toThrow("https")
  expect(() => client("https://a:b@example.com")).toThrow("password")
  const host = client("http://127.0.0.1:9/api/v1")
  for (const bad of ["/../../admin", "/%2e%2e/users", "//evil.example/x"]) {
    await expect(host.call({ method: "GET", path: bad })).rejects.toThrow(
      /leaves the host|could not be reached/,
    )
  }
  expect(path`/users/${"../../x?y#z"}`).toBe("/users/..%2F..%2Fx%3Fy%23z")
  expect(() => path`/users/${".."}`).toThrow(RangeError)
})

test("each try is recorded, without its secrets", async () => {
  const records: OutsideRecord[] = []
  const url = await serve((_request, response) => response.end('{"data":{"id":5,"password":"canary-pw"}}'))
  const host = client(url, { headers: () => ({ authorization: "Bearer canary-token" }) }, records)
  await host.call({
    method: "POST",
    path: "/users",
    query: { token: "canary-q" },
    json: { secret: "canary-s", name: "x" },
  })
  expect(JSON.stringify(records)).not.toContain("canary")
  expect(records[0]).toMatchObject({
    host: "panel",
    method: "POST",
    status: 200,
    outcome: "answered",
    attempt: 1,
  })
  expect(records[0]?.answer).toContain('"id":5')
})
