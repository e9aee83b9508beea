import autocannon from "autocannon"

export interface LoadWish {
  readonly url: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Headers that differ from request to request. */
  readonly freshHeaders?: () => Record<string, string>
  readonly isShort?: boolean
}

/** Enough to keep one server process busy, few enough not to measure the queue in front of it. */
export const CONNECTIONS = 16
const SECONDS = 2
/** Each connection's first answer, however long it takes: that it runs is all the tests want to know. */
const SHORT_ANSWERS = CONNECTIONS
/** It looks so often whether it has them all; otherwise once a second. */
const SHORT_LOOK_MS = 20

export interface Load {
  /** Answers per second at a fixed number of connections. */
  readonly rate: number
  readonly answers: number
  readonly p50: number
  readonly p99: number
}

/** Anything but a 2xx ends the benchmark. */
export async function measureLoad(wish: LoadWish): Promise<Load> {
  const { url, method = "GET", headers = {}, body, freshHeaders } = wish
  const { pathname, search } = new URL(url)
  const base = { method, path: pathname + search, headers: { ...headers }, ...(body ? { body } : {}) }
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    ...(wish.isShort ? { amount: SHORT_ANSWERS, sampleInt: SHORT_LOOK_MS } : { duration: SECONDS }),
    requests: [
      freshHeaders
        ? {
            ...base,
            setupRequest: (request) => ({ ...request, headers: { ...request.headers, ...freshHeaders() } }),
          }
        : base,
    ],
  })
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed.`)
  return {
    rate: result.requests.total / result.duration,
    answers: result.requests.total,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}
