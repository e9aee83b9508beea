/**
 * A route exports this as `headers` when its page is the same for everyone who brings no session and no cart: it may
 * then be remembered for a moment. The name stays inside: browsers never see it.
 */
export function sameForVisitors(): Record<string, string> {
  return { [SAME_FOR_VISITORS]: "yes" }
}

export const SAME_FOR_VISITORS = "hostwell-same-for-visitors"

/** Pages as they were sent, for a few seconds, under their addresses. */
export interface PageMemory {
  find(key: string): RememberedPage | undefined
  keep(key: string, page: RememberedPage): void
}

export interface RememberedPage {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Addresses that long are nobody's but a tester's, and would fill the memory with one-offs. */
const LONGEST_KEY = 300

/** Under what a page for this reader is remembered; nothing for whoever is known or brings more than a language. */
export function visitorKey(request: Request, isUndecided: boolean): string | undefined {
  if (request.method !== "GET" || request.headers.has("authorization")) return undefined
  if (!/^(?:language=\w{2})?$/.test(request.headers.get("cookie") ?? "")) return undefined
  // Without a word about languages the shop's own decides, which the address does not say.
  if (isUndecided || request.url.length > LONGEST_KEY) return undefined
  // The host header says whose shop it is, and a caller may write another host into the address itself.
  return `${request.headers.get("host")} ${request.url}`
}

export function recallPage(memory: PageMemory | undefined, key: string | undefined): Response | undefined {
  const kept = memory && key !== undefined ? memory.find(key) : undefined
  return kept && new Response(kept.body, { headers: kept.headers })
}

/** Keeps what may be kept, and hands on the same answer in either case. */
export async function rememberPage(
  memory: PageMemory | undefined,
  key: string | undefined,
  { response, isSame }: { response: Response; isSame: boolean },
): Promise<Response> {
  if (!memory || key === undefined || !isSame || response.status !== 200) return response
  if (response.headers.has("set-cookie")) return response
  const page = { body: await response.text(), headers: Object.fromEntries(response.headers) }
  memory.keep(key, page)
  return new Response(page.body, { headers: page.headers })
}
