import { randomBytes } from "node:crypto"
import autocannon from "autocannon"
import { type LoadWish, measureLoad } from "./load.ts"

/** So many times what the house can hash a second. */
export const FLOOD = 5
const FLOOD_CONNECTIONS = 50
const CAPACITY_CONNECTIONS = 8
/** The flood begins before the pages are looked at, and is still there when they have been. */
const LEAD_SECONDS = 1
const SHORT_LEAD_SECONDS = 0.2

export interface Flood {
  /** Whatever came back, by status. */
  readonly answers: Readonly<Record<string, number>>
}

/** Sign-ins a second that it looks at when no more come than it can take. */
export async function measureSignIns(url: string, seconds: number): Promise<number> {
  const result = await autocannon({ ...signIns(url), connections: CAPACITY_CONNECTIONS, duration: seconds })
  return (result.statusCodeStats["401"]?.count ?? 0) / result.duration
}

/** The slowest hundredth of a page's answers while a flood of wrong sign-ins runs. */
export async function measureFlooded(
  page: LoadWish,
  flood: { readonly url: string; readonly perSecond: number; readonly seconds: number },
): Promise<{ readonly p99: number; readonly flood: Flood }> {
  const leadSeconds = page.isShort ? SHORT_LEAD_SECONDS : LEAD_SECONDS
  const running = autocannon({
    ...signIns(flood.url),
    connections: FLOOD_CONNECTIONS,
    overallRate: Math.max(1, Math.round(flood.perSecond)),
    duration: flood.seconds + 2 * leadSeconds,
  })
  await new Promise((resolve) => setTimeout(resolve, leadSeconds * 1_000))
  const { p99 } = await measureLoad(page)
  const result = await running
  const answers = Object.fromEntries(
    Object.entries(result.statusCodeStats).map(([status, { count }]) => [status, count]),
  )
  return { p99, flood: { answers } }
}

/** Each from elsewhere and for somebody else, or the guard of one would turn most of them away before the hash. */
function signIns(url: string) {
  return {
    url,
    requests: [
      {
        method: "POST",
        path: "/api/auth/sign-in/email",
        headers: { "content-type": "application/json", origin: url },
        setupRequest: <Sent extends { headers?: Record<string, string> }>(request: Sent) => ({
          ...request,
          headers: { ...request.headers, "x-forwarded-for": `10.${[...randomBytes(3)].join(".")}` },
          body: JSON.stringify({
            email: `${randomBytes(6).toString("hex")}@example.com`,
            password: "a wrong password",
          }),
        }),
      },
    ],
  }
}
