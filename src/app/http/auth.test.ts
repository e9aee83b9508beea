import { randomBytes } from "node:crypto"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { createIdentityRouter } from "#identity"
import { signInMeansForTests } from "#identity/testing"
import { silentLog } from "#kit/context.ts"
import { createKeyring } from "#kit/secrets.ts"
import { listen } from "../port.ts"
import { fetchFrom, OTHER_SHOP, PASSWORD, SHOP, testEdge } from "../testing/test-edge.ts"
import { createWebServer } from "./web-server.ts"

describe("signing in", () => {
  it("gives a cookie that only this host gets and no script reads, and keeps only its hash", async () => {
    await using edge = await testEdge()
    const answer = await edge.fetch("/api/auth/sign-in/email", {
      json: { email: "Customer@Shop.test", password: PASSWORD },
    })
    expect(answer.status).toBe(200)
    const [cookie = ""] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^hostwell_session=/)
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Path=\//i)
    expect(cookie).not.toMatch(/Domain|Secure/i)
    const token = decodeURIComponent(cookie.split(/[=;]/)[1] ?? "").split(".")[0] ?? ""
    expect(token.length).toBeGreaterThanOrEqual(32)
    const text = await answer.text()
    expect(text).not.toContain(token)
    expect(JSON.parse(text)).toEqual({
      person: { name: "손님", email: edge.customer.email, language: "ko" },
      needsSecondFactor: false,
    })
    const rows = await edge.at.inTenant(SHOP, (ctx) =>
      ctx.db.execute<{ token_hash: string; ip_address: string }>(sql`select * from identity.sessions`),
    )
    expect(rows.rows).toHaveLength(1)
    expect(rows.rows[0]?.token_hash).not.toContain(token)
    expect(rows.rows[0]?.ip_address).toBe("127.0.0.1")
  })

  it("knows the person afterwards, and no longer after signing out", async () => {
    await using edge = await testEdge()
    const cookie = await edge.signIn(edge.customer.email)
    const me = await (await edge.fetch("/api/v1/me", { cookie })).json()
    expect(me).toMatchObject({ role: "customer", person: { email: edge.customer.email, language: "ko" } })
    expect(me.accounts).toEqual([{ id: edge.customer.accountId, name: "손님", role: "owner" }])
    const out = await edge.fetch("/api/auth/sign-out", { cookie, json: {} })
    expect(out.status).toBe(200)
    expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/)
    expect(await (await edge.fetch("/api/v1/me", { cookie })).json()).toMatchObject({ role: "visitor" })
    const left = await edge.at.inTenant(SHOP, (ctx) => ctx.db.execute(sql`select 1 from identity.sessions`))
    expect(left.rowCount).toBe(0)
  })

  it("forgets whoever wishes that when the browser closes, now and the next time", async () => {
    await using edge = await testEdge()
    const wish = { email: edge.customer.email, password: PASSWORD }
    const cookiesOf = async (json: object, cookie?: string) => {
      const answer = await edge.fetch("/api/auth/sign-in/email", { json, ...(cookie ? { cookie } : {}) })
      return answer.headers.getSetCookie().filter((one) => one.startsWith("hostwell_session"))
    }
    const [session = "", mark = "", ...more] = await cookiesOf({ ...wish, rememberMe: false })
    expect(more).toEqual([])
    expect(session).not.toContain("Max-Age")
    expect(mark).toMatch(/^hostwell_session_only=1; Path/)
    const days = await edge.at.inTenant(SHOP, (ctx) =>
      ctx.db.execute<{ days: number }>(
        sql`select round(extract(epoch from expires_at - now()) / 86400)::int as days from identity.sessions`,
      ),
    )
    expect(days.rows).toEqual([{ days: 1 }])
    const held = [session, mark].map((one) => one.split(";")[0]).join("; ")
    // Whoever changes their mind is remembered again, and the mark is gone.
    const [kept = "", gone = ""] = await cookiesOf({ ...wish, rememberMe: true }, held)
    expect(kept).toContain("Max-Age=604800")
    expect(gone).toMatch(/^hostwell_session_only=; Max-Age=0/)
    const left = await edge.at.inTenant(SHOP, (ctx) => ctx.db.execute(sql`select 1 from identity.sessions`))
    // The session that this browser had before has ended with the new one.
    expect(left.rowCount).toBe(1)
  })

  it("answers a wrong password and an unknown address with the very same words", async () => {
    await using edge = await testEdge()
    const attempt = async (email: string) => {
      const answer = await edge.fetch("/api/auth/sign-in/email", {
        json: { email, password: "not this one" },
      })
      const { instance, ...body } = await answer.json()
      expect(instance).toMatch(/^urn:hostwell:request:req_/)
      const headers = [...answer.headers.keys()].filter((name) => name !== "date").sort()
      return { status: answer.status, headers, body }
    }
    const [known, unknown] = [await attempt(edge.customer.email), await attempt("nobody@shop.test")]
    expect(known.status).toBe(401)
    expect(unknown).toEqual(known)
  })

  it("sets a cookie bound to https and this very host behind a proxy that speaks it", async () => {
    await using edge = await testEdge({
      config: { roles: ["api"], trustedProxies: ["127.0.0.1"], rateLimits: true, metricsToken: undefined },
    })
    const answer = await edge.fetch("/api/auth/sign-in/email", {
      json: { email: edge.customer.email, password: PASSWORD },
      headers: { "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" },
    })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-hostwell_session=.*; Secure/i)
    expect(answer.headers.get("strict-transport-security")).toContain("max-age")
    const rows = await edge.at.inTenant(SHOP, (ctx) =>
      ctx.db.execute<{ ip_address: string }>(sql`select ip_address from identity.sessions`),
    )
    expect(rows.rows[0]?.ip_address).toBe("203.0.113.9")
  })

  it("does not believe a forwarded address from a caller who is no proxy of ours", async () => {
    await using edge = await testEdge()
    const attempts = Array.from({ length: 40 }, (_, index) =>
      edge.fetch("/api/auth/sign-in/email", {
        json: { email: `guess${index}@shop.test`, password: "not this one" },
        headers: { "x-forwarded-for": `198.51.100.${index}` },
      }),
    )
    const statuses = (await Promise.all(attempts)).map((answer) => answer.status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(9)
  })

  it("stops guessing at one address, and does not count those who know their password", async () => {
    await using edge = await testEdge()
    const attempt = (password: string) =>
      edge.fetch("/api/auth/sign-in/email", { json: { email: edge.customer.email, password } })
    for (let round = 0; round < 15; round++) expect((await attempt(PASSWORD)).status).toBe(200)
    for (let round = 0; round < 5; round++) expect((await attempt("wrong one here")).status).toBe(401)
    // From here on each try has to wait; moved ahead, so that a slow machine sees it too.
    await edge.at.inTenant(SHOP, (ctx) =>
      ctx.db.execute(sql`update identity.guards set last_at = clock_timestamp() + interval '1 minute'`),
    )
    const refused = await attempt(PASSWORD)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
  })

  it("opens nothing in another shop: not the cookie, not the password of the same address", async () => {
    await using edge = await testEdge()
    const cookie = await edge.signIn(edge.customer.email)
    const me = await fetchFrom(edge.port, "/api/v1/me", { host: "other.test", cookie })
    expect(await me.json()).toMatchObject({ role: "visitor" })
    const answer = await edge.fetch("/api/auth/sign-in/email", {
      host: "other.test",
      json: { email: edge.customer.email, password: PASSWORD },
    })
    expect(answer.status).toBe(401)
    const rows = await edge.at.inTenant(OTHER_SHOP, (ctx) =>
      ctx.db.execute(sql`select 1 from identity.sessions`),
    )
    expect(rows.rowCount).toBe(0)
  })

  it("takes no cookie that it did not sign, and asks the database for none", async () => {
    await using edge = await testEdge()
    const cookie = await edge.signIn(edge.customer.email)
    // The letter put in must be another than the one that chance put there.
    const forged = `${cookie.slice(0, 30)}${cookie[30] === "x" ? "y" : "x"}${cookie.slice(31)}`
    expect(await (await edge.fetch("/api/v1/me", { cookie: forged })).json()).toMatchObject({
      role: "visitor",
    })
  })

  it("outlives a new key: the cookie an older one signed still opens, and still ends, the session", async () => {
    await using edge = await testEdge()
    const [old, fresh] = [randomBytes(32), randomBytes(32)]
    const serve = async (keys: Record<string, Uint8Array>, current: string) => {
      const web = createWebServer({
        config: { roles: ["api"], trustedProxies: [], rateLimits: true, metricsToken: undefined },
        database: edge.at.database,
        clock: edge.at.clock,
        newId: edge.at.newId,
        log: silentLog,
        outside: { states: () => [] },
        keyring: createKeyring({ current, keys }),
        signInMeans: signInMeansForTests(),
        router: { identity: createIdentityRouter({ apiKeyKind: "test", ...signInMeansForTests() }) },
      })
      return { port: await listen(web.server, 0), web }
    }
    const before = await serve({ old }, "old")
    const wish = { json: { email: edge.customer.email, password: PASSWORD } }
    const answer = await fetchFrom(before.port, "/api/auth/sign-in/email", wish)
    const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? ""
    const after = await serve({ fresh, old }, "fresh")
    const roleAt = async (port: number) =>
      (await (await fetchFrom(port, "/api/v1/me", { cookie })).json()).role
    expect(await roleAt(after.port)).toBe("customer")
    await fetchFrom(after.port, "/api/auth/sign-out", { cookie, json: {} })
    expect(await roleAt(after.port)).toBe("visitor")
    const stranger = await serve({ fresh }, "fresh")
    expect(await roleAt(stranger.port)).toBe("visitor")
    await Promise.all([before, after, stranger].map(({ web }) => web.stop(1_000)))
  })

  it("turns a flood away while the house is full, and says so", async () => {
    await using edge = await testEdge({
      config: { roles: ["api"], trustedProxies: ["127.0.0.1"], rateLimits: false, metricsToken: undefined },
    })
    // From everywhere, for everybody: no guard of one address or one person sees a flood in it.
    const attempts = Array.from({ length: 60 }, (_, index) =>
      edge.fetch("/api/auth/sign-in/email", {
        json: { email: `guess${index}@shop.test`, password: "not this one" },
        headers: { "x-forwarded-for": `198.51.100.${index}` },
      }),
    )
    const answers = await Promise.all(attempts)
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([401, 503]))
    const full = answers.find((answer) => answer.status === 503)
    expect(Number(full?.headers.get("retry-after"))).toBeGreaterThan(0)
    expect((await full?.json())?.code).toBe("identity.sign_in_busy")
  })

  it("answers nothing else under its path", async () => {
    await using edge = await testEdge()
    const paths = [
      "sign-up/email",
      "update-user",
      "forget-password",
      "two-factor/enable",
      "list-sessions",
      "ok",
      "error",
      "delete-user",
    ]
    for (const path of paths) {
      const answer = await edge.fetch(`/api/auth/${path}`, {
        json: { email: "a@b.test", password: PASSWORD },
      })
      expect([path, answer.status]).toEqual([path, 404])
    }
  })
})
