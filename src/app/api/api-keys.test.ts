import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { makeApiKey, noteKeyUse } from "#identity/testing"
import { SHOP, type TestEdge, testEdge } from "../testing/test-edge.ts"

async function makeKey(edge: TestEdge, email: string, wish: { scopes: string[]; expiresInDays?: number }) {
  const cookie = await edge.signIn(email)
  const answer = await edge.fetch("/api/v1/api-keys", { cookie, json: { name: "a key", ...wish } })
  expect(answer.status).toBe(201)
  const made = (await answer.json()) as { secret: string; key: { id: string; start: string } }
  return { ...made, cookie }
}

describe("API keys", () => {
  it("are shown once, kept as a hash, and act as their account", async () => {
    await using edge = await testEdge()
    const { secret, key, cookie } = await makeKey(edge, edge.customer.email, {
      scopes: ["identity.accounts.read"],
    })
    expect(secret).toMatch(/^hw_test_[0-9a-z]{38}$/)
    expect(secret.startsWith(key.start)).toBe(true)
    const rows = await edge.at.inTenant(SHOP, (ctx) => ctx.db.execute(sql`select * from identity.api_keys`))
    expect(JSON.stringify(rows.rows)).not.toContain(secret)
    const list = await (await edge.fetch("/api/v1/api-keys", { cookie })).text()
    expect(list).not.toContain(secret)
    const accounts = await (await edge.fetch("/api/v1/accounts", { key: secret })).json()
    expect(accounts.items.map((one: { id: string }) => one.id)).toEqual([edge.customer.accountId])
    const events = await edge.at.inTenant(SHOP, (ctx) =>
      ctx.db.execute(sql`select 1 from events.events where name = 'api-key.created'`),
    )
    expect(events.rowCount).toBe(1)
  })

  it("do what their scopes say and no more, and hand on no more than they hold", async () => {
    await using edge = await testEdge()
    const { secret } = await makeKey(edge, edge.customer.email, {
      scopes: ["identity.api-keys.read", "identity.api-keys.write"],
    })
    expect((await edge.fetch("/api/v1/api-keys", { key: secret })).status).toBe(200)
    expect((await edge.fetch("/api/v1/accounts", { key: secret })).status).toBe(403)
    const wider = await edge.fetch("/api/v1/api-keys", {
      key: secret,
      json: { name: "wider", scopes: ["identity.api-keys.read", "identity.accounts.read"] },
      headers: { "idempotency-key": "w" },
    })
    expect(wider.status).toBe(422)
    expect(await wider.json()).toMatchObject({
      code: "identity.scope_not_yours",
      errors: [{ pointer: "/scopes/1" }],
    })
  })

  it("never hold what their maker may not do", async () => {
    await using edge = await testEdge()
    const cookie = await edge.signIn(edge.customer.email)
    const answer = await edge.fetch("/api/v1/api-keys", {
      cookie,
      json: { name: "operator", scopes: ["operations.write"] },
    })
    expect((await answer.json()).code).toBe("identity.scope_not_yours")
  })

  it("end when they are revoked, expire, or their maker leaves", async () => {
    await using edge = await testEdge()
    const scopes = ["identity.accounts.read"]
    const use = (secret: string) => edge.fetch("/api/v1/accounts", { key: secret })

    const ended = await makeKey(edge, edge.customer.email, { scopes })
    const revoke = () =>
      edge.fetch(`/api/v1/api-keys/${ended.key.id}/revoke`, { method: "PUT", cookie: ended.cookie })
    expect((await (await revoke()).json()).revokedAt).not.toBeNull()
    expect((await revoke()).status).toBe(200)
    expect((await use(ended.secret)).status).toBe(401)

    const brief = await makeKey(edge, edge.customer.email, { scopes, expiresInDays: 1 })
    expect((await use(brief.secret)).status).toBe(200)
    edge.at.clock.advance({ days: 1 })
    expect((await use(brief.secret)).status).toBe(401)

    const left = await makeKey(edge, edge.operator.email, { scopes })
    await edge.at.inTenant(SHOP, (ctx) => ctx.db.execute(sql`delete from identity.staff`))
    expect((await use(left.secret)).status).toBe(401)
  })

  it("belong to their owner: others neither see nor end them", async () => {
    await using edge = await testEdge()
    const { key } = await makeKey(edge, edge.customer.email, { scopes: ["orders.read"] })
    const cookie = await edge.signIn(edge.operator.email)
    expect((await (await edge.fetch("/api/v1/api-keys", { cookie })).json()).items).toEqual([])
    const foreign = await edge.fetch(`/api/v1/api-keys/${key.id}/revoke`, { method: "PUT", cookie })
    const absent = await edge.fetch(`/api/v1/api-keys/key_00000000000000000000000000/revoke`, {
      method: "PUT",
      cookie,
    })
    const bodies = [await foreign.json(), await absent.json()].map((body: object) => ({
      ...body,
      instance: "",
    }))
    expect(foreign.status).toBe(404)
    expect(bodies[0]).toEqual(bodies[1])
  })

  it("are an error when they are wrong, never a visitor, and open nothing in another shop", async () => {
    await using edge = await testEdge()
    const { secret } = await makeKey(edge, edge.customer.email, { scopes: ["identity.accounts.read"] })
    for (const key of ["nonsense", makeApiKey("test"), `${secret.slice(0, -1)}_`]) {
      const answer = await edge.fetch("/api/v1/me", { key })
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([
        401,
        'Bearer realm="hostwell"',
      ])
    }
    expect((await edge.fetch("/api/v1/me", { key: secret, host: "other.test" })).status).toBe(401)
  })

  it("work from the addresses they were given, and from no other", async () => {
    await using edge = await testEdge()
    const cookie = await edge.signIn(edge.customer.email)
    const make = (networks: string[]) =>
      edge.fetch("/api/v1/api-keys", { cookie, json: { name: "a", scopes: ["orders.read"], networks } })
    expect((await (await make(["nonsense"])).json()).code).toBe("identity.network_malformed")
    const near = await (await make(["127.0.0.0/8", "::1"])).json()
    const far = await (await make(["203.0.113.0/24"])).json()
    expect((await edge.fetch("/api/v1/me", { key: near.secret })).status).toBe(200)
    const refused = await edge.fetch("/api/v1/me", { key: far.secret })
    expect([refused.status, (await refused.json()).code]).toEqual([403, "identity.key_not_from_here"])
  })

  it("are replaced with an overlap that never outlasts the old one", async () => {
    await using edge = await testEdge()
    const scopes = ["identity.accounts.read"]
    const { secret, key, cookie } = await makeKey(edge, edge.customer.email, { scopes, expiresInDays: 30 })
    const use = async (one: string) => (await edge.fetch("/api/v1/accounts", { key: one })).status
    const rotate = () =>
      edge.fetch(`/api/v1/api-keys/${key.id}/rotate`, { cookie, json: { overlapHours: 2 } })
    const next = await (await rotate()).json()
    expect(next.key).toMatchObject({ scopes, name: "a key", networks: [] })
    expect([await use(secret), await use(next.secret)]).toEqual([200, 200])
    edge.at.clock.advance({ hours: 2 })
    expect([await use(secret), await use(next.secret)]).toEqual([401, 200])
    expect((await (await rotate()).json()).code).toBe("identity.api_key_missing")
    edge.at.clock.advance({ hours: 24 * 30 })
    expect(await use(next.secret)).toBe(401)
  })

  it("note their last use at most once a minute", async () => {
    await using edge = await testEdge()
    const { secret, key, cookie } = await makeKey(edge, edge.customer.email, { scopes: ["orders.read"] })
    const lastUse = async () =>
      (await (await edge.fetch("/api/v1/api-keys", { cookie })).json()).items[0].lastUsedAt as string | null
    expect(await lastUse()).toBeNull()
    await edge.fetch("/api/v1/me", { key: secret })
    const first = await lastUse()
    expect(first).toBe(edge.at.clock.now().toString())
    const noteAgain = (lastUsedAt: string | null) =>
      edge.at.inTenant(SHOP, (ctx) => noteKeyUse(ctx.db, { apiKeyId: key.id, lastUsedAt }, ctx.clock.now()))
    edge.at.clock.advance({ seconds: 30 })
    await noteAgain(first)
    // Another process that saw it before that use must not write either.
    await noteAgain(null)
    expect(await lastUse()).toBe(first)
    edge.at.clock.advance({ seconds: 31 })
    await noteAgain(first)
    expect(await lastUse()).toBe(edge.at.clock.now().toString())
  })
})
