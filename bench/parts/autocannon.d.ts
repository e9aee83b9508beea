/** The little of it that is used here; the package brings no types. */
declare module "autocannon" {
  interface SentRequest {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
    setupRequest?: (request: SentRequest) => SentRequest
  }
  interface Result {
    readonly requests: { readonly total: number }
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly duration: number
    readonly errors: number
    readonly timeouts: number
    readonly non2xx: number
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>
  }
  export default function autocannon(options: {
    url: string
    connections: number
    duration?: number
    /** So many requests altogether, instead of a duration. */
    amount?: number
    /** So many a second, however long the answers take. */
    overallRate?: number
    requests?: SentRequest[]
  }): Promise<Result>
}
