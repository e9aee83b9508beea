import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http"
import { getRequestListener } from "@hono/node-server"

export interface NodeServer {
  /** Not listening yet: the start decides on which port. */
  readonly server: Server
  /** Sees every request before us: the bundler while developing. */
  useFirst(middleware: NodeMiddleware): void
  /** Takes no more, finishes what is under way, and after the limit drops what is left. */
  stop(limitMs?: number): Promise<void>
}

/** Whether it was answered; if not, nothing has happened yet. */
export type QuickAnswer = (request: IncomingMessage, response: ServerResponse) => boolean

export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** How long a caller may take; slower ones are cut off, so that a thousand of them hold nothing up. */
export interface ServerTimes {
  readonly headersMs: number
  readonly requestMs: number
  /** Longer than a balancer's own minute, so that it never sends on a connection we just closed. */
  readonly idleMs: number
  readonly checkEveryMs: number
}

const usual: ServerTimes = { headersMs: 10_000, requestMs: 30_000, idleMs: 65_000, checkEveryMs: 2_000 }
const STOP_LIMIT_MS = 10_000

export function createNodeServer(
  fetch: Parameters<typeof getRequestListener>[0],
  stopping: AbortController,
  times: Partial<ServerTimes> = {},
  answerQuickly: QuickAnswer = () => false,
): NodeServer {
  const { headersMs, requestMs, idleMs, checkEveryMs } = { ...usual, ...times }
  const listener = getRequestListener(fetch)
  let first: NodeMiddleware | undefined
  const answer: RequestListener = (request, response) => {
    if (stopping.signal.aborted) response.setHeader("connection", "close")
    if (first) first(request, response, () => void listener(request, response))
    else if (!answerQuickly(request, response)) void listener(request, response)
  }
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: idleMs,
      connectionsCheckingInterval: checkEveryMs,
      maxHeaderSize: 16_384,
    },
    answer,
  )
  return {
    server,
    useFirst: (middleware) => {
      first = middleware
    },
    stop: (limitMs = STOP_LIMIT_MS) => {
      stopping.abort()
      return new Promise((resolve) => {
        // A connection falls idle only after its answer: ask again until none is left.
        const idle = setInterval(() => server.closeIdleConnections(), 50)
        const limit = setTimeout(() => server.closeAllConnections(), limitMs)
        server.close(() => {
          clearInterval(idle)
          clearTimeout(limit)
          resolve()
        })
      })
    },
  }
}
