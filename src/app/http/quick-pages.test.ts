import { createServer } from "node:http"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, it } from "vitest"
import { type Log, silentLog } from "#kit/log.ts"
import type { Tenant } from "#tenancy"
import { createLog } from "../log.ts"
import { listen } from "../port.ts"
import { fetchFrom, SHOP, type TestEdge, testEdge } from "../testing/test-edge.ts"
import { createPeerReader } from "./client-address.ts"
import { createLimits } from "./limits.ts"
import { createPageMemory } from "./page-memory.ts"
import { createQuickPages } from "./quick-pages.ts"

const page = {
  body: "<p>remembered</p>",
  etag: '"abc"',
  headers: {
    "content-type": "text/html; charset=utf-8",
    etag: '"abc"',
    "cache-control": "private, no-cache",
  },
}

async function shopWithAPage() {
  const pageMemory = createPageMemory()
  let rendered = 0
  const edge = await testEdge({
    pageMemory,
    pages: () => async () => {
      rendered += 1
      return new Response("rendered")
    },
  })
  // Whose shop the name is must be known already: a quick answer asks nobody.
  await edge.fetch("/other", { headers: { "accept-language": "en" } })
  rendered = 0
  pageMemory.keep("shop.test http://shop.test/", page, 0)
  return { edge, rendered: () => rendered, [Symbol.asyncDispose]: () => edge[Symbol.asyncDispose]() }
}

const english = { headers: { "accept-language": "en" } }

async function bodyOf(edge: TestEdge, headers: Record<string, string>, path = "/"): Promise<string> {
  const answer = await edge.fetch(path, { headers: { "accept-language": "en", ...headers } })
  return answer.text()
}

it("a remembered page is sent as any answer: with id, security headers, numbers and a line in the log", async () => {
  await using at = await shopWithAPage()
  const answer = await at.edge.fetch("/", english)
  expect(await answer.text()).toBe(page.body)
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8")
  expect(answer.headers.get("content-security-policy")).toContain("default-src")
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
  const requestId = answer.headers.get("x-request-id")
  expect(requestId).toMatch(/^req_/)
  expect(at.edge.lines.at(-1)).toMatchObject({
    requestId,
    tenant: SHOP,
    method: "GET",
    path: "/",
    status: 200,
    area: "page",
    address: "127.0.0.1",
    milliseconds: expect.any(Number),
    msg: "answered",
  })
  expect(at.rendered()).toBe(0)
})

it("a browser that still has the page gets a word instead of it", async () => {
  await using at = await shopWithAPage()
  const answer = await at.edge.fetch("/", { headers: { ...english.headers, "if-none-match": page.etag } })
  expect([answer.status, await answer.text()]).toEqual([304, ""])
  expect(answer.headers.get("etag")).toBe(page.etag)
})

it.each([
  ["gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
] as const)(
  "goes packed to a browser that takes %s, and a cache keeps the two apart",
  async (accepted, encoding, open) => {
    await using at = await shopWithAPage()
    const packed = await at.edge.fetch("/", { headers: { ...english.headers, "accept-encoding": accepted } })
    expect(packed.headers.get("content-encoding")).toBe(encoding)
    expect(packed.headers.get("vary")).toContain("accept-encoding")
    expect(open(Buffer.from(await packed.arrayBuffer())).toString()).toBe(page.body)
    const plain = await at.edge.fetch("/", english)
    expect(plain.headers.has("content-encoding")).toBe(false)
    expect(plain.headers.get("vary")).toContain("accept-encoding")
  },
)

it("a page that is rendered for one reader goes packed as well, and what is small goes as it is", async () => {
  const body = "<p>long</p>".repeat(200)
  const headers = [
    ["content-type", "text/html; charset=utf-8"],
    ["set-cookie", "one=1"],
    ["set-cookie", "two=2"],
  ] as [string, string][]
  await using edge = await testEdge({
    pages: () => async (request) =>
      new Response(request.url.endsWith("/small") ? "<p>short</p>" : body, { status: 201, headers }),
  })
  const wish = { headers: { ...english.headers, "accept-encoding": "gzip" } }
  const packed = await edge.fetch("/portal", wish)
  expect([packed.status, packed.headers.get("content-encoding")]).toEqual([201, "gzip"])
  expect(packed.headers.getSetCookie()).toEqual(expect.arrayContaining(["one=1", "two=2"]))
  expect(packed.headers.get("vary")?.match(/accept-encoding/gi)).toHaveLength(1)
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(body)
  const small = await edge.fetch("/portal/small", wish)
  expect([small.headers.has("content-encoding"), await small.text()]).toEqual([false, "<p>short</p>"])
  const plain = await edge.fetch("/portal", english)
  expect([plain.headers.has("content-encoding"), await plain.text()]).toEqual([false, body])
  const api = await edge.fetch("/api/v1/me", wish)
  expect(api.headers.has("content-encoding")).toBe(false)
})

it("nobody who is known, reads another language or stands in another shop gets it", async () => {
  await using at = await shopWithAPage()
  const { edge } = at
  expect(await bodyOf(edge, { cookie: "hostwell_session=x" })).toBe("rendered")
  expect(await bodyOf(edge, { cookie: "cart=x" })).toBe("rendered")
  expect(await bodyOf(edge, { "accept-language": "ko" })).toBe("rendered")
  expect(await bodyOf(edge, {}, "/?currency=EUR")).toBe("rendered")
  const elsewhere = await edge.fetch("/", { ...english, host: "other.test" })
  expect(await elsewhere.text()).toBe("rendered")
  const posted = await edge.fetch("/", { ...english, method: "POST", body: "" })
  expect(await posted.text()).toBe("rendered")
})

it("counts as a page: who has asked too often is left to those who find the words for it", async () => {
  await using quick = await quickPages()
  expect((await fetchFrom(quick.port, "/", english)).status).toBe(200)
  for (let round = 0; round < 599; round++) quick.limits.countPage("127.0.0.1")
  expect((await fetchFrom(quick.port, "/", english)).status).toBe(421)
})

it("says for each reader anew whether the way was a safe one", async () => {
  await using quick = await quickPages()
  const askBy = async (scheme: string) => {
    const wish = { headers: { ...english.headers, "x-forwarded-proto": scheme } }
    return (await fetchFrom(quick.port, "/", wish)).headers.has("strict-transport-security")
  }
  expect([await askBy("https"), await askBy("http"), await askBy("https")]).toEqual([true, false, true])
})

it("a line in the log names the shop that the name belongs to now", async () => {
  const lines: string[] = []
  await using quick = await quickPages({
    log: createLog({ level: "info", write: (line) => lines.push(line) }),
  })
  await fetchFrom(quick.port, "/", english)
  quick.moveTo("ten_other")
  await fetchFrom(quick.port, "/", english)
  expect(lines.map((line) => JSON.parse(line).tenant)).toEqual([SHOP, "ten_other"])
})

async function quickPages(given: { readonly log?: Log } = {}) {
  const memory = createPageMemory({ monotonic: () => 0 })
  memory.keep("shop.test http://shop.test/", page, 0)
  const limits = createLimits(true)
  let tenant = { id: SHOP, slug: "shop", state: "open", closure: null, origin: null, isRoot: false } as Tenant
  const answerQuickly = createQuickPages({
    memory,
    limits,
    log: given.log ?? silentLog,
    metrics: { countRequest: () => {} },
    newId: () => "req_1",
    readPeer: createPeerReader(["127.0.0.1"]),
    tenantOfHost: Object.assign(async () => tenant, { remembered: () => ({ name: "shop.test", tenant }) }),
  })
  const server = createServer((request, response) => {
    if (!answerQuickly(request, response)) response.writeHead(421).end()
  })
  return {
    limits,
    port: await listen(server, 0),
    moveTo: (id: string) => {
      tenant = { ...tenant, id }
    },
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}
