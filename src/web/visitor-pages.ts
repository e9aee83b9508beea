import { hash } from "node:crypto"
import { languageOfPath } from "./i18n/languages.ts"
import { type Heads, negotiateLanguage } from "./i18n/negotiate-language.ts"

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
  /** Taken before a page is rendered: what has changed since then is not in it. */
  moment(): number
  find(key: string): RememberedPage | undefined
  keep(key: string, page: RememberedPage, moment: number): void
}

export interface RememberedPage {
  readonly body: string
  /** A browser that still has it gets a word instead of the page. */
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}

/** What has to be known of a request to answer it with a remembered page. */
export interface Asked {
  readonly method: string
  /** Whole: "http://shop.example/products". */
  readonly url: string
  readonly path: string
  readonly headers: Heads
}

/** Addresses that long are nobody's but a tester's, and would fill the memory with one-offs. */
const LONGEST_KEY = 300

/** Under what a page for this reader is remembered; nothing for whoever is known or brings more than a language. */
export function visitorKey(asked: Asked): string | undefined {
  const { method, url, headers } = asked
  if (method !== "GET" || headers.get("authorization") !== null) return undefined
  if (!/^(?:language=\w{2})?$/.test(headers.get("cookie") ?? "")) return undefined
  // Without a word about languages the shop's own decides, which the address does not say.
  if (url.length > LONGEST_KEY || isUndecided(asked)) return undefined
  // The host header says whose shop it is, and a caller may write another host into the address itself.
  return `${headers.get("host")} ${url}`
}

/** The page for a request as it stands, when nothing but the request has to be looked at. */
export function recallPage(memory: PageMemory | undefined, asked: Asked): RememberedPage | undefined {
  if (!memory || prefersKorean(asked)) return undefined
  const key = visitorKey(asked)
  return key === undefined ? undefined : memory.find(key)
}

/** Someone who reads Korean and comes to a plain address is taken to the Korean one; never the other way. */
export function prefersKorean({ method, path, headers }: Asked): boolean {
  if (method !== "GET" || languageOfPath(path) === "ko") return false
  const isPage = !path.includes(".") && !path.startsWith("/language/")
  return isPage && negotiateLanguage(headers) === "ko"
}

/** At the shop's own door, someone who says nothing about languages is met in the shop's. */
export function isUndecided({ method, path, headers }: Asked): boolean {
  return method === "GET" && path === "/" && negotiateLanguage(headers) === undefined
}

/** Keeps what may be kept, and hands on the same answer in either case. */
export async function rememberPage(
  memory: PageMemory | undefined,
  key: string | undefined,
  { response, isSame, moment }: { response: Response; isSame: boolean; moment: number },
): Promise<Response> {
  if (!memory || key === undefined || !isSame || response.status !== 200) return response
  if (response.headers.has("set-cookie")) return response
  const body = await response.text()
  // Weak: the same page, however it was packed for the way.
  const etag = `W/"${hash("sha256", body, "base64url").slice(0, 22)}"`
  const page = { body, etag, headers: { ...Object.fromEntries(response.headers), etag } }
  memory.keep(key, page, moment)
  return new Response(page.body, { headers: page.headers })
}
