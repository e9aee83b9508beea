import autocannon from "autocannon"

export interface SteadyWish {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly isShort: boolean
}

export interface Steady {
  readonly p50: number
  readonly p99: number
}

/** Far below what one process can answer: what is measured is who stands in the way, not how much it can take. */
const PER_SECOND = 40
const CONNECTIONS = 4
/** Seven takes stay below a minute, and each has some two hundred answers. */
const SECONDS = 5

/** Requests at an even pace, however long the answers take: one that is late counts from when it was due. */
export async function measureSteady({ url, headers, isShort }: SteadyWish): Promise<Steady> {
  const { pathname } = new URL(url)
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    overallRate: PER_SECOND,
    duration: isShort ? 1 : SECONDS,
    requests: [{ method: "GET", path: pathname, headers: { ...headers } }],
  })
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed.`)
  return { p50: Math.max(1, result.latency.p50), p99: Math.max(1, result.latency.p99) }
}
