import { once } from "node:events"
import type { Socket } from "node:net"
import { gzipSync } from "node:zlib"
import { afterEach, describe, expect, it } from "vitest"
import type { HostConfig, OutsideCall } from "./call.ts"
import { createOutside } from "./outside.ts"
import { createTestOutside, failureOf, serve, serveSocket, type TestServer } from "./testing.ts"

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** Every server here fails a POST: what did the client make of it, and how many bytes did it let come? */
async function post(server: TestServer, config: Partial<HostConfig> = {}, call: Partial<OutsideCall> = {}) {
  const test = createTestOutside()
  open.push(test.outside, server)
  const failure = await failureOf(test.host(server, config).call({ method: "POST", path: "/", ...call }))
  return { failure, tries: test.tries }
}

const LONG = 20_000
const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n"

describe("time-outs", () => {
  it("ends a call whose head never comes", async () => {
    const server = await serveSocket((socket) => socket.resume())
    const { failure } = await post(server, { timeoutMs: LONG, headersTimeoutMs: 50 })
    expect(failure).toMatchObject({ kind: "unknown", because: "no answer in time" })
  })

  it("ends a call whose body stops in the middle", async () => {
    const server = await serveSocket((socket) => socket.write(`${HEAD}content-length: 9\r\n\r\nhalf`))
    const { failure } = await post(server, { timeoutMs: LONG, bodyTimeoutMs: 50 })
    expect(failure).toMatchObject({ kind: "unknown", because: "the answer stopped in the middle" })
  })

  it.each([
    ["head", "x"],
    ["body", `${HEAD}content-length: 99999\r\n\r\n`],
  ])("ends a call whose %s drips for ever", async (_, start) => {
    const server = await serveSocket((socket) => drip(socket, start))
    const { failure } = await post(server, { timeoutMs: 100, headersTimeoutMs: LONG, bodyTimeoutMs: LONG })
    expect(failure.kind).toBe("unknown")
    await untilClosed(server)
  })

  it("takes the call's own time-out before the host's", async () => {
    const server = await serveSocket((socket) => socket.resume())
    const { failure } = await post(server, { timeoutMs: LONG }, { timeoutMs: 50 })
    expect(failure).toMatchObject({ kind: "unknown", because: "no whole answer within 50 ms" })
  })

  it("knows that nothing was sent while there was no connection", async () => {
    const never = () => new Promise<never>(() => {})
    for (const [config, because] of [
      [{ timeoutMs: 50 }, "no whole answer within 50 ms"],
      [{ timeoutMs: LONG, connectTimeoutMs: 50 }, "no connection in time"],
    ] as const) {
      const test = createTestOutside({ resolve: never })
      open.push(test.outside)
      const host = test.host({ url: "http://panel.example" }, config)
      expect(await failureOf(host.call({ method: "POST", path: "/" }))).toMatchObject({
        kind: "not_sent",
        because,
      })
    }
  })

  it("sends nothing late: a connection that comes after the end carries no request", async () => {
    const server = await serve((response) => response.end())
    let answerLate: () => void = () => {}
    const late = new Promise<{ address: string; family: 4 }[]>((resolve) => {
      answerLate = () => resolve([{ address: "127.0.0.1", family: 4 }])
    })
    const test = createTestOutside({ resolve: () => late })
    open.push(test.outside, server)
    const host = test.host({ url: `http://panel.example:${server.port}` }, { timeoutMs: 50, concurrency: 1 })
    expect(await failureOf(host.call({ method: "POST", path: "/charge" }))).toMatchObject({
      kind: "not_sent",
    })
    answerLate()
    await host.call({ method: "GET", path: "/after", timeoutMs: 5_000 })
    expect(server.seen.requests.map(({ url }) => url)).toEqual(["/after"])
  })

  it("never lasts longer than 30 s, whatever it is told", async () => {
    const server = await serve((response) => response.end())
    const test = createTestOutside()
    open.push(test.outside, server)
    const timers: number[] = []
    const realSetTimeout = globalThis.setTimeout
    globalThis.setTimeout = ((run: () => void, milliseconds: number) => {
      timers.push(milliseconds)
      return realSetTimeout(run, milliseconds)
    }) as typeof setTimeout
    try {
      await test.host(server, { timeoutMs: 600_000 }).call({ method: "GET", path: "/", timeoutMs: 900_000 })
    } finally {
      globalThis.setTimeout = realSetTimeout
    }
    expect(timers).toContain(30_000)
    expect(timers).not.toContain(600_000)
    expect(timers).not.toContain(900_000)
  })

  it("ends when it is called off, before and in the middle", async () => {
    const server = await serveSocket((socket) => socket.once("data", () => stop.abort()))
    const stop = new AbortController()
    expect(await post(server, {}, { signal: stop.signal })).toMatchObject({
      failure: { kind: "unknown", because: "it was called off" },
    })
    const again = await post(server, {}, { signal: AbortSignal.abort() })
    expect(again).toMatchObject({ failure: { kind: "not_sent" }, tries: [] })
  })

  it("also while it waits for a free place", async () => {
    const server = await serveSocket((socket) => socket.resume())
    const test = createTestOutside()
    open.push(test.outside, server)
    const host = test.host(server, { concurrency: 1 })
    const stop = new AbortController()
    const first = failureOf(host.call({ method: "POST", path: "/", timeoutMs: 200 }))
    const second = failureOf(host.call({ method: "POST", path: "/", signal: stop.signal }))
    expect(host.state()).toMatchObject({ inFlight: 1, waiting: 1 })
    stop.abort()
    expect(await second).toMatchObject({ kind: "not_sent", tries: 1 })
    expect(await first).toMatchObject({ kind: "unknown" })
    expect(host.state()).toMatchObject({ inFlight: 0, waiting: 0 })
  })
})

describe("size", () => {
  it("cuts a stream that never ends", async () => {
    const server = await serveSocket((socket) => {
      socket.write(`${HEAD}\r\n`)
      pour(socket)
    })
    const { failure } = await post(server, { maxBodyBytes: 50_000 })
    expect(failure).toMatchObject({ kind: "unknown", because: "the answer is larger than 50000 bytes" })
    await untilClosed(server)
  })

  it("does not take the first byte of 100 MB that were announced", async () => {
    const server = await serveSocket((socket) => socket.write(`${HEAD}content-length: 104857600\r\n\r\n`))
    const { failure } = await post(server, { timeoutMs: LONG, bodyTimeoutMs: LONG })
    expect(failure.because).toBe("the answer is larger than 1048576 bytes")
  })

  it("takes what is just as large as it may be", async () => {
    const server = await serve((response) => response.end("x".repeat(1_000)))
    const test = createTestOutside()
    open.push(test.outside, server)
    const get = (maxBodyBytes: number) =>
      test.host(server, { maxBodyBytes }).call({ method: "GET", path: "/", retries: 0 })
    expect((await get(1_000)).text).toHaveLength(1_000)
    expect(await failureOf(get(999))).toMatchObject({ kind: "unknown" })
  })

  it("defuses what unpacks to more than it may", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    expect(bomb.byteLength).toBeLessThan(100_000)
    const server = await serve((response) => response.setHeader("content-encoding", "gzip").end(bomb))
    const { failure } = await post(server)
    expect(failure).toMatchObject({
      kind: "unknown",
      because: "the answer unpacks to more than 1048576 bytes",
    })
  })

  it("defuses headers without end", async () => {
    const server = await serveSocket((socket) => socket.write(HEAD + "x: y\r\n".repeat(50_000)))
    expect((await post(server)).failure).toMatchObject({
      kind: "unknown",
      because: "the answer's headers are too large",
    })
  })
})

describe("broken answers", () => {
  it.each([
    ["reset before the head", (socket: Socket) => socket.resetAndDestroy()],
    [
      "reset in the body",
      (socket: Socket) =>
        socket.write(`${HEAD}content-length: 9\r\n\r\nhalf`, () => socket.resetAndDestroy()),
    ],
    ["closed in the body", (socket: Socket) => socket.end(`${HEAD}content-length: 9\r\n\r\nhalf`)],
    ["no HTTP at all", (socket: Socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n")],
    [
      "garbage packing",
      (socket: Socket) => socket.end(`${HEAD}content-encoding: gzip\r\ncontent-length: 4\r\n\r\nnope`),
    ],
    [
      "unasked packing",
      (socket: Socket) => socket.end(`${HEAD}content-encoding: gzip, gzip\r\ncontent-length: 4\r\n\r\nnope`),
    ],
  ])("leave the outcome unknown: %s", async (_, answer) => {
    const server = await serveSocket((socket) => socket.once("data", () => answer(socket)))
    const { failure, tries } = await post(server)
    expect(failure.kind).toBe("unknown")
    expect(tries).toMatchObject([{ kind: "unknown", status: undefined }])
  })

  it("name a packing nobody asked for", async () => {
    const head = `${HEAD}content-encoding: br\r\ncontent-length: 4\r\n\r\nnope`
    const server = await serveSocket((socket) => socket.once("data", () => socket.end(head)))
    expect((await post(server)).failure.because).toBe("the answer is packed in a way nobody asked for")
  })

  it("a port nobody listens on: nothing happened", async () => {
    const server = await serve((response) => response.end())
    await server.close()
    const { failure, tries } = await post(server)
    expect(failure).toMatchObject({ kind: "not_sent", because: "the connection was refused", tries: 1 })
    expect(tries).toHaveLength(1)
  })

  it("a name nobody knows: nothing happened", async () => {
    const unknown = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" })
    const test = createTestOutside({ resolve: () => Promise.reject(unknown) })
    open.push(test.outside)
    const failure = await failureOf(
      test.host({ url: "http://nowhere.example" }).call({ method: "POST", path: "/" }),
    )
    expect(failure).toMatchObject({ kind: "not_sent", because: "its name is not known" })
  })

  it("an interim answer is not taken for the answer", async () => {
    const server = await serveSocket((socket) => {
      socket.once("data", () =>
        socket.end(`HTTP/1.1 103 Early Hints\r\n\r\n${HEAD}content-length: 2\r\n\r\n{}`),
      )
    })
    const test = createTestOutside()
    open.push(test.outside, server)
    expect(await test.host(server).call({ method: "GET", path: "/" })).toMatchObject({
      status: 200,
      text: "{}",
    })
  })
})

describe("a dead host", () => {
  it("costs at most twice the normal calls, even before the breaker opens", async () => {
    const server = await serveSocket((socket) => socket.destroy())
    const test = createTestOutside()
    open.push(test.outside, server)
    const host = test.host(server, { concurrency: 50 })
    const calls = 50
    await Promise.all(
      Array.from({ length: calls }, () => failureOf(host.call({ method: "GET", path: "/", retries: 5 }))),
    )
    expect(test.tries.length).toBeLessThanOrEqual(2 * calls)
    const before = test.tries.length
    for (let call = 0; call < calls; call++) await failureOf(host.call({ method: "GET", path: "/" }))
    expect(test.tries.length).toBe(before)
  })

  it("works with the machine's own clock, chance and pauses", async () => {
    const server = await serve((response, _, count) => response.writeHead(count === 1 ? 503 : 200).end())
    const outside = createOutside({ userAgent: "test/1" })
    open.push(outside, server)
    const host = outside.host({ name: "own", baseUrl: server.url, allowPrivate: true })
    expect(await host.call({ method: "GET", path: "/" })).toMatchObject({ status: 200, tries: 2 })
  })
})

function drip(socket: Socket, start: string): void {
  socket.write(start)
  const timer = setInterval(() => socket.write("x"), 10)
  socket.on("close", () => clearInterval(timer))
}

function pour(socket: Socket): void {
  if (socket.destroyed) return
  if (socket.write(Buffer.alloc(16_384, "x"))) setImmediate(() => pour(socket))
  else socket.once("drain", () => pour(socket))
}

/** The client hung up: it does not go on reading in the background. */
async function untilClosed(server: TestServer): Promise<void> {
  const deadline = AbortSignal.timeout(5_000)
  while (server.seen.closed < server.seen.connections) {
    await once(deadline, "abort", { signal: AbortSignal.timeout(5) }).catch(() => undefined)
    if (deadline.aborted) throw new Error("The connection is still open.")
  }
  expect(server.seen.closed).toBe(server.seen.connections)
}
