import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net"
import type { HostConfig, OutsideHost, OutsideTry } from "./call.ts"
import { createOutside, type Outside, type OutsideOptions } from "./outside.ts"
import { OutsideError } from "./outside-error.ts"

/** A real server on 127.0.0.1 that behaves as badly as it is told. */
export interface TestServer {
  readonly url: string
  readonly port: number
  /** Sockets that were ever opened, and requests that were read to their end. */
  readonly seen: { connections: number; requests: SeenRequest[]; closed: number }
  close(): Promise<void>
}

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export type Answer = (response: ServerResponse, request: SeenRequest, count: number) => void

export async function serve(answer: Answer): Promise<TestServer> {
  const seen: TestServer["seen"] = { connections: 0, requests: [], closed: 0 }
  const server = createServer((request, response) => {
    void readRequest(request).then((read) => {
      seen.requests.push(read)
      response.on("error", () => response.destroy())
      answer(response, read, seen.requests.length)
    })
  })
  return listen(server, seen)
}

/** Below HTTP: for answers that no HTTP server would give. */
export function serveSocket(onSocket: (socket: Socket) => void): Promise<TestServer> {
  return listen(createSocketServer(onSocket), { connections: 0, requests: [], closed: 0 })
}

export interface TestOutside {
  readonly outside: Outside
  readonly tries: OutsideTry[]
  /** How long the client would have waited between tries; it waits not at all. */
  readonly pauses: number[]
  readonly time: { now: number }
  /** A host that may be private, as everything on 127.0.0.1 is. */
  host(server: { readonly url: string }, config?: Partial<HostConfig>): OutsideHost
}

export function createTestOutside(options: Partial<OutsideOptions> = {}): TestOutside {
  const tries: OutsideTry[] = []
  const pauses: number[] = []
  const time = { now: 0 }
  const outside = createOutside({
    userAgent: "test/1",
    record: (one) => tries.push(one),
    monotonic: () => time.now,
    random: () => 0.5,
    pause: async (milliseconds) => void pauses.push(milliseconds),
    ...options,
  })
  const host: TestOutside["host"] = (server, config) =>
    outside.host({ name: "test", baseUrl: server.url, allowPrivate: true, timeoutMs: 5_000, ...config })
  return { outside, tries, pauses, time, host }
}

/** The error itself, so that a test can look at all of it. */
export async function failureOf(call: Promise<unknown>): Promise<OutsideError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof OutsideError) return outcome
  throw new Error("The call should have failed with an OutsideError.", { cause: outcome })
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  const { method = "", url = "", headers } = request
  return { method, url, headers, body: Buffer.concat(chunks).toString() }
}

async function listen(server: Server, seen: TestServer["seen"]): Promise<TestServer> {
  const sockets = new Set<Socket>()
  server.on("connection", (socket: Socket) => {
    seen.connections++
    sockets.add(socket)
    socket.on("error", () => socket.destroy())
    socket.on("close", () => {
      seen.closed++
      sockets.delete(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { url: `http://127.0.0.1:${port}`, port, seen, close }
}
