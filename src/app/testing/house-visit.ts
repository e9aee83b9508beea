import type { Company } from "./company.ts"
import { openTraveller, type Traveller } from "./traveller.ts"

export type HouseKind = "google" | "github" | "kakao" | "naver" | "oidc"

/** A browser that follows redirects one by one, keeping every cookie. */
export interface Wanderer extends Traveller {
  go(path: string, more?: Readonly<Record<string, string>>): Promise<{ location: string; status: number }>
}

export function openWanderer(company: Company): Wanderer {
  const browser = openTraveller(company)
  const { cookies } = browser
  return {
    ...browser,
    go: async (path, more = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
      const headers = { "accept-language": "en", ...(cookie ? { cookie } : {}), ...more }
      const answer = await company.request(path, { headers })
      for (const set of answer.headers.getSetCookie()) {
        const [pair = ""] = set.split(";")
        const cut = pair.indexOf("=")
        if (/Max-Age=0/i.test(set)) cookies.delete(pair.slice(0, cut))
        else cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
      }
      await answer.arrayBuffer()
      return { location: answer.headers.get("location") ?? "", status: answer.status }
    },
  }
}

export async function providerOf(company: Company, kind: HouseKind): Promise<string> {
  const { items } = await company.visitor.federation.offered()
  return items.find((one) => one.kind === kind)?.id ?? ""
}

/** Leaves for the house and chooses who they are there; answers where the house sends them back to. */
export async function visitHouse(
  company: Company,
  browser: Wanderer,
  wish: { kind: HouseKind; person: string; errand?: "connect" | "prove"; to?: string },
): Promise<string> {
  const { kind, person, errand, to } = wish
  const query = new URLSearchParams({ ...(errand ? { for: errand } : {}), ...(to ? { to } : {}) })
  const left = await browser.go(`/federation/${await providerOf(company, kind)}/begin?${query}`)
  if (!left.location.startsWith("http")) return left.location
  const asked = new URL(left.location).searchParams
  const form = { person, ...Object.fromEntries(asked) }
  const chosen = await company.request(`/sandbox/${kind}/choose`, {
    method: "POST",
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  })
  const back = new URL(chosen.headers.get("location") ?? "")
  return back.pathname + back.search
}

/** There and back: where the shop leads them then. */
export async function comeBack(
  company: Company,
  browser: Wanderer,
  wish: Parameters<typeof visitHouse>[2],
): Promise<string> {
  const back = await visitHouse(company, browser, wish)
  return back.startsWith("/federation/") ? (await browser.go(back)).location : back
}
