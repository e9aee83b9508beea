import { beforeAll, describe, expect, it } from "vitest"
import type { PageBuild } from "./server.ts"
import { emptyShop, emptyShopHandler, loadBuild } from "./testing.ts"
import type { RememberedPage } from "./visitor-pages.ts"

let build: PageBuild
beforeAll(async () => {
  build = await loadBuild()
})

function ask(path: string, headers: Record<string, string> = {}) {
  return emptyShopHandler(build)(new Request(`http://shop.test${path}`, { headers }))
}

describe("languages", () => {
  it("speaks the address's language, in its words, links and headers", async () => {
    const answer = await ask("/ko/terms")
    const html = await answer.text()
    expect(answer.headers.get("content-language")).toBe("ko")
    expect(html).toContain('<html lang="ko">')
    expect(html).toContain('href="/ko/privacy"')
    expect(html).toContain("이용약관")
    expect(html).toContain('hrefLang="en" href="http://shop.test/terms"')
  })

  it("takes a reader of Korean from the plain address to the same page in Korean", async () => {
    const answer = await ask("/products/vps?cycle=annual", { "accept-language": "ko-KR,ko;q=0.9,en;q=0.5" })
    expect(answer.status).toBe(302)
    expect(answer.headers.get("location")).toBe("/ko/products/vps?cycle=annual")
  })

  it("leaves those alone who chose English, and Korean addresses for everyone", async () => {
    expect((await ask("/terms", { "accept-language": "ko", cookie: "language=en" })).status).toBe(200)
    expect((await ask("/ko/terms", { "accept-language": "en" })).status).toBe(200)
  })

  it("meets someone who says nothing in the shop's own language, at its door only", async () => {
    const korean = emptyShopHandler(build, { defaultLanguage: "ko" })
    expect((await korean(new Request("http://shop.test/"))).headers.get("location")).toBe("/ko")
    expect((await korean(new Request("http://shop.test/terms"))).status).toBe(200)
  })

  it("writes the shop's telephone as its reader writes it, and dials it from anywhere", async () => {
    const seller = { ...emptyShop.seller, country: "KR", phone: "+82212345678" }
    const html = async (path: string) =>
      (await emptyShopHandler(build, { seller })(new Request(`http://shop.test${path}`))).text()
    expect(await html("/ko/terms")).toMatch(/href="tel:\+82212345678">02-1234-5678</)
    expect(await html("/terms")).toMatch(/href="tel:\+82212345678">\+82 2 1234 5678</)
  })

  it("remembers a choice and never leads outside", async () => {
    const chosen = await ask("/language/ko?to=/terms")
    expect(chosen.headers.get("location")).toBe("/ko/terms")
    expect(chosen.headers.get("set-cookie")).toContain("language=ko")
    expect((await ask("/language/ko?to=//evil.example")).headers.get("location")).toBe("/ko")
  })
})

describe("answers", () => {
  it("a missing asset costs no page", async () => {
    const answer = await ask("/assets/gone.js")
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe("Not found")
  })

  it("a missing page says so in both languages, with the shop around it", async () => {
    const english = await ask("/no-such-page")
    expect(english.status).toBe(404)
    expect(await english.text()).toContain("This page does not exist")
    const korean = await ask("/ko/no-such-page")
    expect(korean.status).toBe(404)
    expect(await korean.text()).toContain("페이지를 찾을 수 없습니다")
  })

  it("every page has a content security policy without unsafe words, and a fresh nonce", async () => {
    const policies = await Promise.all(
      ["/", "/"].map(async (path) => (await ask(path)).headers.get("content-security-policy") ?? ""),
    )
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/)
    expect(policies[0]).not.toContain("unsafe")
    expect(policies[0]).not.toBe(policies[1])
  })

  it("a visitor of portal or admin is led to sign-in and back", async () => {
    expect((await ask("/portal/invoices?after=x")).headers.get("location")).toBe(
      "/sign-in?to=%2Fportal%2Finvoices%3Fafter%3Dx",
    )
    expect((await ask("/ko/admin/orders")).headers.get("location")).toBe("/ko/sign-in?to=%2Fadmin%2Forders")
  })

  it("refuses a form that another site sends", async () => {
    const request = new Request("http://shop.test/sign-in", {
      method: "POST",
      headers: { origin: "https://evil.example", host: "shop.test" },
      body: new URLSearchParams({ email: "a@b.c", password: "x" }),
    })
    const reports: unknown[] = []
    expect((await emptyShopHandler(build, {}, { reports })(request)).status).toBeGreaterThanOrEqual(400)
    expect(reports).toHaveLength(1)
  })

  it("whoever posts to what takes nothing is answered, and nobody is told", async () => {
    const reports: unknown[] = []
    const request = new Request("http://shop.test/cron.php", { method: "POST", body: "" })
    expect((await emptyShopHandler(build, {}, { reports })(request)).status).toBe(405)
    expect(reports).toEqual([])
  })
})

describe("pages that are the same for every visitor", () => {
  const remembering = () => {
    const pages = new Map<string, RememberedPage>()
    const keep = (key: string, page: RememberedPage) => void pages.set(key, page)
    const memory = { moment: () => 0, find: (key: string) => pages.get(key), keep }
    const handler = emptyShopHandler(build, {}, { memory })
    return {
      pages,
      ask: (path: string, headers: Record<string, string> = {}) =>
        handler(new Request(`http://shop.test${path}`, { headers: { "accept-language": "en", ...headers } })),
    }
  }

  it("are remembered with their headers, run without a nonce, and say nothing of it outside", async () => {
    const { pages, ask: visit } = remembering()
    const [first, second] = [await visit("/"), await visit("/")]
    expect([...pages.keys()]).toEqual(["null http://shop.test/"])
    expect(await second.text()).toBe(await first.text())
    expect(Object.fromEntries(second.headers)).toEqual(Object.fromEntries(first.headers))
    expect(second.headers.get("content-security-policy")).toContain("script-src 'self';")
    expect(second.headers.has("hostwell-same-for-visitors")).toBe(false)
    expect(second.headers.get("cache-control")).toBe("private, no-cache")
  })

  it("are not for readers of another language, nor for those who bring a session or a cart", async () => {
    const { pages, ask: visit } = remembering()
    await visit("/")
    expect((await visit("/", { "accept-language": "ko" })).headers.get("location")).toBe("/ko")
    pages.clear()
    const known: Record<string, string>[] = [
      { cookie: "session=1" },
      { cookie: "cart=1; language=en" },
      { authorization: "Bearer x" },
    ]
    for (const headers of known) {
      const answer = await visit("/", headers)
      expect(answer.headers.get("content-security-policy")).toContain("'nonce-")
    }
    await visit("/cart")
    await visit("/no-such-page")
    await visit(`/?${"a".repeat(400)}`)
    expect(pages.size).toBe(0)
  })
})
