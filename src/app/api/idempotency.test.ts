import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { KEPT_HOURS, sweepAnsweredRequests } from "#kit/idempotency/run-once.ts"
import { countWrites, createProbeRouter, type Probe } from "../testing/probe.ts"
import { SHOP, sendRaw, type TestEdge, testEdge } from "../testing/test-edge.ts"

const withProbe = (probe: Partial<Probe> = {}) => testEdge({ routers: { probe: createProbeRouter(probe) } })
const write = (edge: TestEdge, key: string, json: object = {}, more: { cookie?: string } = {}) =>
  edge.fetch("/api/v1/probe/one", { json, headers: { "idempotency-key": key }, ...more })
const writes = (edge: TestEdge) => edge.at.inTenant(SHOP, countWrites)

describe("Idempotency-Key", () => {
  it("answers a repeat with what it answered before, and does nothing", async () => {
    await using edge = await withProbe()
    const first = await write(edge, "a")
    const again = await write(edge, "a")
    expect([first.status, again.status]).toEqual([201, 201])
    expect(await again.json()).toEqual(await first.json())
    expect(first.headers.get("idempotency-replayed")).toBeNull()
    expect(again.headers.get("idempotency-replayed")).toBe("true")
    expect(await writes(edge)).toBe(1)
    await write(edge, "b")
    expect(await writes(edge)).toBe(2)
  })

  it("refuses the same key for another body or another call", async () => {
    await using edge = await withProbe()
    await write(edge, "a", { size: 1 })
    const other = await write(edge, "a", { size: 2 })
    expect([other.status, (await other.json()).code]).toEqual([422, "request.key_reused"])
    const elsewhere = await edge.fetch("/api/v1/probe-refusals", {
      json: { email: "a@b.test", name: "x" },
      headers: { "idempotency-key": "a" },
    })
    expect((await elsewhere.json()).code).toBe("request.key_reused")
    expect(await writes(edge)).toBe(1)
  })

  it("tells a twin to come back while the first is still running", async () => {
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    let calls = 0
    await using edge = await withProbe({
      during: async () => {
        calls += 1
        // Were the twin let in, it would be answered, not wait for ever.
        if (calls > 1) return
        begun.resolve()
        await gate.promise
      },
    })
    const first = write(edge, "a")
    await begun.promise
    const twin = await write(edge, "a")
    gate.resolve()
    expect([twin.status, (await twin.json()).code]).toEqual([409, "request.key_in_use"])
    expect(Number(twin.headers.get("retry-after"))).toBeGreaterThan(0)
    expect((await first).status).toBe(201)
    expect((await write(edge, "a")).headers.get("idempotency-replayed")).toBe("true")
    expect(await writes(edge)).toBe(1)
  })

  it("does it once when twenty twins arrive at once", async () => {
    await using edge = await withProbe()
    const answers = await Promise.all(Array.from({ length: 20 }, () => write(edge, "a")))
    const statuses = new Set(answers.map((answer) => answer.status))
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true)
    expect(statuses.has(201)).toBe(true)
    expect(await writes(edge)).toBe(1)
  })

  it("can be repeated after the database connection died in the middle", async () => {
    let dies = true
    await using edge = await withProbe({
      during: async (ctx) => {
        if (!dies) return
        dies = false
        await ctx.db.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
      },
    })
    expect((await write(edge, "a")).status).toBe(500)
    expect(await writes(edge)).toBe(0)
    const again = await write(edge, "a")
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, null])
    expect(await writes(edge)).toBe(1)
  })

  it("gives the answer that was lost on its way to a caller who had hung up", async () => {
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    await using edge = await withProbe({
      during: async () => {
        begun.resolve()
        await gate.promise
      },
    })
    const body = "{}"
    const head = [
      "POST /api/v1/probe/one HTTP/1.1",
      "Host: shop.test",
      "Content-Type: application/json",
      "Idempotency-Key: a",
      `Content-Length: ${body.length}`,
    ]
    const sent = sendRaw(edge.port, `${head.join("\r\n")}\r\n\r\n${body}`)
    await begun.promise
    edge.web.server.closeAllConnections()
    expect(await sent).toBe("")
    gate.resolve()
    await expect.poll(() => writes(edge)).toBe(1)
    const again = await write(edge, "a")
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"])
    expect(await writes(edge)).toBe(1)
  })

  it("keeps a refusal too, but not bad input, which may be corrected under the same key", async () => {
    await using edge = await withProbe()
    const refuse = (json: object) =>
      edge.fetch("/api/v1/probe-refusals", { json, headers: { "idempotency-key": "a" } })
    expect((await refuse({ email: "no", name: "x" })).status).toBe(422)
    const first = await refuse({ email: "a@b.test", name: "Kim" })
    const again = await refuse({ email: "a@b.test", name: "Kim" })
    const { instance: _one, ...told } = await first.json()
    const { instance: _other, ...repeated } = await again.json()
    expect([first.status, again.status]).toEqual([409, 409])
    expect(repeated).toEqual(told)
    expect((await (await refuse({ email: "a@b.test", name: "Lee" })).json()).code).toBe("request.key_reused")
  })

  it("belongs to the caller: the same key of another one is another request", async () => {
    await using edge = await withProbe()
    const cookie = await edge.signIn(edge.customer.email)
    await write(edge, "a")
    await write(edge, "a", {}, { cookie })
    expect(await writes(edge)).toBe(2)
  })

  it("keeps answers sealed, and for a day", async () => {
    await using edge = await withProbe()
    const id = (await (await write(edge, "a")).json()).id as string
    const rows = await edge.at.inTenant(SHOP, (ctx) =>
      ctx.db.execute(sql`select * from idempotency.answered_requests`),
    )
    expect(rows.rowCount).toBe(1)
    expect(JSON.stringify(rows.rows)).not.toContain(id)
    edge.at.clock.advance({ hours: KEPT_HOURS - 1 })
    expect((await write(edge, "a")).headers.get("idempotency-replayed")).toBe("true")
    expect(await edge.at.inTenant(SHOP, (ctx) => sweepAnsweredRequests(ctx, 100))).toBe(0)
    edge.at.clock.advance({ hours: 2 })
    expect((await write(edge, "a")).headers.get("idempotency-replayed")).toBeNull()
    edge.at.clock.advance({ hours: KEPT_HOURS + 1 })
    expect(await edge.at.inTenant(SHOP, (ctx) => sweepAnsweredRequests(ctx, 100))).toBe(1)
  })

  it("must be readable, and must be sent by machines that create", async () => {
    await using edge = await withProbe()
    expect((await (await write(edge, "a b")).json()).code).toBe("request.key_malformed")
    expect((await (await write(edge, "x".repeat(256))).json()).code).toBe("request.key_malformed")
    const cookie = await edge.signIn(edge.customer.email)
    const made = await edge.fetch("/api/v1/api-keys", {
      cookie,
      json: { name: "k", scopes: ["orders.read"] },
    })
    const key = (await made.json()).secret as string
    const without = await edge.fetch("/api/v1/probe/one", { key, json: {} })
    expect([without.status, (await without.json()).code]).toEqual([400, "request.key_needed"])
    const withKey = await edge.fetch("/api/v1/probe/one", {
      key,
      json: {},
      headers: { "idempotency-key": "k" },
    })
    expect(withKey.status).toBe(201)
  })
})
