import { describe, expect, it } from "vitest"
import type { ApiProblem } from "#kit/problem.ts"
import { permitEveryone } from "#kit/serve/permit.ts"
import { answer as answerWith, serve } from "#kit/serve/serve.ts"
import { describeShop, getSettings, saveSettings } from "#tenancy"
import { tenancyContract } from "#tenancy/contract"
import { demoSettings } from "../demo/demo-tenant.ts"
import type { PageServices } from "../http/page-services.ts"
import { countWrites, createProbeRouter } from "../testing/probe.ts"
import { PASSWORD, SHOP, testEdge } from "../testing/test-edge.ts"

const shopRouter = serve(
  { shop: tenancyContract.shop },
  {
    shop: {
      get: answerWith(permitEveryone("the shop window"), async (ctx) => describeShop(await getSettings(ctx))),
    },
  },
)
const withProbe = () => testEdge({ routers: { probe: createProbeRouter() } })

describe("problems (RFC 9457)", () => {
  it("words bad input at its fields, in the reader's language", async () => {
    await using edge = await withProbe()
    const ask = (language: string) =>
      edge.fetch("/api/v1/probe-refusals", {
        json: { email: "no", name: "" },
        headers: { "accept-language": language },
      })
    const answer = await ask("ko-KR,en;q=0.5")
    expect(answer.status).toBe(422)
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
    const body = await answer.json()
    expect(body).toMatchObject({
      type: "urn:hostwell:problem:request.invalid",
      title: "Unprocessable Content",
      status: 422,
      code: "request.invalid",
      detail: "표시된 항목을 확인해 주세요.",
      errors: [
        { pointer: "/email", detail: "이메일 주소 형식이 올바르지 않습니다." },
        { pointer: "/name", detail: "값을 입력해 주세요." },
      ],
    })
    expect(body.instance).toBe(`urn:hostwell:request:${answer.headers.get("x-request-id")}`)
    expect((await (await ask("en")).json()).errors[0].detail).toBe("This is not an e-mail address.")
  })

  it("tells a refusal with its facts, keeps the reason for the log, and undoes what was written", async () => {
    await using edge = await withProbe()
    const answer = await edge.fetch("/api/v1/probe-refusals", { json: { email: "a@b.test", name: "Kim" } })
    const text = await answer.text()
    expect(answer.status).toBe(409)
    expect(JSON.parse(text)).toMatchObject({
      code: "probe.too_late",
      detail: "Too late, Kim.",
      errors: [{ pointer: "/email", detail: "Too late, Kim." }],
    })
    expect(text).not.toContain("inner reason")
    expect(edge.lines.find((line) => line["code"] === "probe.too_late")).toMatchObject({
      because: "inner reason",
      tenant: SHOP,
      requestId: answer.headers.get("x-request-id"),
    })
    expect(await edge.at.inTenant(SHOP, countWrites)).toBe(0)
  })

  it("says nothing of the inside when something broke, and logs it without the secret", async () => {
    await using edge = await withProbe()
    const answer = await edge.fetch("/api/v1/probe-failures")
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(JSON.parse(text).code).toBe("request.failed")
    expect(text).not.toContain("hunter2")
    const line = edge.lines.find((one) => one["msg"] === "an API call failed")
    expect(JSON.stringify(line)).toContain("of the inside")
    expect(JSON.stringify(edge.lines)).not.toContain("hunter2")
  })

  it("rolls back an answer that breaks its own contract", async () => {
    await using edge = await withProbe()
    const answer = await edge.fetch("/api/v1/probe-lies", { json: {} })
    expect(answer.status).toBe(500)
    expect(await edge.at.inTenant(SHOP, countWrites)).toBe(0)
  })

  it.each([
    ["malformed JSON", 400, "request.malformed", { method: "POST", body: "{oops" }],
    ["a poisoned name", 400, "request.malformed", { method: "POST", body: '{"email":{"constructor":1}}' }],
    ["a prototype", 400, "request.malformed", { method: "POST", body: '{"__proto__":{"isAdmin":true}}' }],
    ["too much", 413, "request.too_large", { method: "POST", body: `"${"x".repeat(1_100_000)}"` }],
  ])("answers %s with %i", async (_, status, code, wish) => {
    await using edge = await withProbe()
    const headers = { "content-type": "application/json" }
    const answer = await edge.fetch("/api/v1/probe-refusals", { ...wish, headers })
    expect(answer.status).toBe(status)
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
    expect(await answer.json()).toMatchObject({ code, status })
  })

  it("knows no other paths, methods or hosts", async () => {
    await using edge = await withProbe()
    for (const path of ["/api/v1/nothing", "/api/v1/probe-refusals", "/api/nothing"]) {
      const answer = await edge.fetch(path)
      expect([path, answer.status, (await answer.json()).code]).toEqual([path, 404, "request.path_missing"])
    }
    const elsewhere = await edge.fetch("/api/v1/me", { host: "stranger.test" })
    expect(elsewhere.status).toBe(404)
    expect(elsewhere.headers.get("content-type")).toMatch(/^text\/plain/)
  })

  it("tells a visitor to sign in and a customer that it is not theirs to do", async () => {
    await using edge = await withProbe()
    const visitor = await edge.fetch("/api/v1/probe-staff")
    expect([visitor.status, (await visitor.json()).code]).toEqual([401, "request.sign_in_needed"])
    const customer = await edge.fetch("/api/v1/probe-staff", {
      cookie: await edge.signIn(edge.customer.email),
    })
    expect([customer.status, (await customer.json()).code]).toEqual([403, "request.not_allowed"])
    const operator = await edge.fetch("/api/v1/probe-staff", {
      cookie: await edge.signIn(edge.operator.email),
    })
    expect(operator.status).toBe(200)
  })
})

describe("the door for pages", () => {
  it("calls the same procedures and throws the same problems", async () => {
    const seen: unknown[] = []
    await using edge = await testEdge({
      routers: { probe: createProbeRouter(), tenancy: shopRouter },
      pages: (provide) => async (request) => {
        const services = await provide(request, { language: "ko", nonce: "n" }).catch(
          (error: unknown) => error,
        )
        seen.push(services)
        return new Response("page", { headers: { "content-security-policy": "default-src 'self'" } })
      },
    })
    await edge.at.inTenant(SHOP, (ctx) => saveSettings(ctx, demoSettings))
    const answer = await edge.fetch("/portal")
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'self'")
    const services = seen[0] as PageServices
    expect(services.me.role).toBe("visitor")
    expect(services.shop.name).toBe(demoSettings.name)
    const refused = (await services.api.identity.accounts
      .list({})
      .catch((error: unknown) => error)) as ApiProblem
    expect([refused.name, refused.status, refused.detail]).toEqual([
      "ApiProblem",
      401,
      "먼저 로그인해 주세요.",
    ])
    const wrong = (await services.door
      .signIn({ email: edge.customer.email, password: "not this one" })
      .catch((error: unknown) => error)) as ApiProblem
    expect([wrong.name, wrong.status, wrong.code]).toEqual(["ApiProblem", 401, "identity.sign_in_failed"])
    const signedIn = await services.door.signIn({ email: edge.customer.email, password: PASSWORD })
    expect(signedIn.me.person?.email).toBe(edge.customer.email)
    const accounts = await signedIn.api.identity.accounts.list({})
    expect(accounts.items.map((one) => one.id)).toEqual([edge.customer.accountId])
    // All that an owner may do fits into one key.
    const { permissions } = await signedIn.api.identity.me.get({})
    const wish = { name: "mine", scopes: permissions }
    const [first, second] = [
      await signedIn.withKey("form-1").identity.apiKeys.create(wish),
      await signedIn.withKey("form-1").identity.apiKeys.create(wish),
    ]
    expect(second).toEqual(first)
  })
})

describe("streams", () => {
  it("are as many as a caller may have; one more is told when to come back, until one is over", async () => {
    const gate = Promise.withResolvers<void>()
    await using edge = await testEdge({
      routers: { probe: createProbeRouter({ next: () => gate.promise }) },
      liveLimits: { perCaller: 1, perProcess: 10 },
    })
    const open = () => edge.fetch("/api/v1/probe-stream", { headers: { "accept-language": "ko" } })
    const first = open()
    await expect.poll(() => edge.lines.some((line) => line["path"] === "/api/v1/probe-stream")).toBe(true)
    const refused = await open()
    expect(refused.status).toBe(429)
    expect(refused.headers.get("retry-after")).toBe("10")
    expect(await refused.json()).toMatchObject({
      code: "request.too_many_live",
      detail: "동시에 열린 실시간 화면이 너무 많습니다. 하나를 닫거나 10초 후에 다시 시도해 주세요.",
    })
    gate.resolve()
    expect(await (await first).text()).toContain('"step":2')
    expect((await open()).status).toBe(200)
  })

  it("send their events, end with the process, and word their errors", async () => {
    const held = Promise.withResolvers<void>()
    await using edge = await testEdge({ routers: { probe: createProbeRouter({ next: () => held.promise }) } })
    const answer = edge.fetch("/api/v1/probe-stream")
    const isOpen = () =>
      new Promise<number>((resolve) => edge.web.server.getConnections((_, count) => resolve(count)))
    await expect.poll(isOpen).toBe(1)
    await expect.poll(() => edge.lines.some((line) => line["path"] === "/api/v1/probe-stream")).toBe(true)
    await edge.web.stop(20_000)
    const text = await (await answer).text()
    expect(text).toContain('"step":1')
    expect(text).not.toContain('"step":2')
    held.resolve()
  })
})
