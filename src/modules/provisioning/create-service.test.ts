import { randomBytes } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { eq, isNull, sql } from "drizzle-orm"
import pg from "pg"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { accounts } from "#identity/tables"
import type { Context } from "#kit/context.ts"
import { createOutside } from "#kit/outside/outside.ts"
import { createKeyring } from "#kit/secrets.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { createMemoryRunner } from "#kit/work/memory-runner.ts"
import { retryOperation } from "#kit/work/retry-operation.ts"
import { undoOperation } from "#kit/work/undo-operation.ts"
import { PANEL_TOKEN, type ServedPanel, servePanel } from "#sandbox/virtfusion-testing.ts"
import { getSignOn } from "./get-sign-on.ts"
import {
  beginBuilding,
  getService,
  orderService,
  provisioningWork,
  savePanel,
  suspendService,
  sweepDrift,
  sweepStuckBuilds,
  terminateService,
  unsuspendService,
} from "./index.ts"
import { everything } from "./queries.ts"
import { readProgress } from "./read-progress.ts"
import { requestSignOn } from "./request-sign-on.ts"
import { revealCredentials } from "./reveal-credentials.ts"
import { driftFindings, panels, services } from "./tables.ts"

const TENANT = "ten_test"
let at: TestDatabase
let panel: ServedPanel
// The breaker's pauses pass with the company's clock, which the runner moves.
const outside = createOutside({
  userAgent: "Hostwell tests",
  random: () => 0.5,
  pause: () => Promise.resolve(),
  monotonic: () => at.clock.now().epochMilliseconds,
})
const keyring = createKeyring({ current: "one", keys: { one: randomBytes(32) } })
const doors = { outside, keyring, callTimeoutMs: 1_000 }
const inTenant = <Result>(body: (ctx: Context) => Promise<Result>) => at.inTenant(TENANT, body)

beforeAll(async () => {
  at = await testDatabase({ runner: "memory" })
  panel = await servePanel({ database: at.database, clock: at.clock })
  await panel.settings({ buildSeconds: 20 })
  await inTenant(async (ctx) => {
    await savePanel(ctx, doors, {
      name: "Seoul 1",
      driver: "virtfusion",
      baseUrl: panel.url,
      panelUrl: panel.url,
      credentials: { token: PANEL_TOKEN },
      allowPrivate: true,
    })
  })
})
afterEach(() => panel.clearFaults())
afterAll(async () => {
  await panel.close()
  await outside.close()
  await at.drop()
})

async function playOut(hours = 1) {
  const runner = createMemoryRunner({
    database: at.database,
    clock: at.clock,
    newId: at.newId,
    log: await inTenant(async (ctx) => ctx.log),
    kinds: provisioningWork(doors),
    seed: 7,
  })
  const until = at.clock.now().add({ hours })
  return runner.playOut({ until })
}

async function customer(): Promise<string> {
  return inTenant(async (ctx) => {
    const id = ctx.newId("acc")
    await ctx.db.insert(accounts).values({
      id,
      kind: "consumer",
      name: "Mina Park",
      personName: "Mina Park",
      email: `${id}@example.com`,
      language: "ko",
      country: "KR",
      addressLines: [],
      createdAt: ctx.clock.now(),
    })
    return id
  })
}

async function order(accountId: string, hostname = "vm1.example.com"): Promise<string> {
  return inTenant(async (ctx) => {
    const { serviceId } = await orderService(ctx, {
      accountId,
      orderId: ctx.newId("ord"),
      planId: "pln_test",
      productType: "vps",
      planName: { en: "Grow", ko: "그로우" },
      resources: { cpuCores: 2, memoryMb: 4096, storageGb: 80, trafficGb: 4000, ipv4: 1 },
      panel: { packageId: 8, groupId: 3 },
      image: { id: "debian-13", templateId: 41 },
      location: { id: "seoul" },
      hostname,
    })
    await beginBuilding(ctx, serviceId)
    return serviceId
  })
}

const read = (serviceId: string) => inTenant((ctx) => getService(ctx, everything, serviceId))
const machinesOf = async (serviceId: string) =>
  (await panel.books()).servers.filter((server) => server.name === serviceId)

describe("creating a service", () => {
  it("builds one machine, keeps its password sealed and says that it is ready", async () => {
    const serviceId = await order(await customer())
    await playOut()
    const service = await read(serviceId)
    expect(service).toMatchObject({ state: "active", serverName: "Seoul 1" })
    expect(service.addresses).toHaveLength(1)
    const [machine, ...others] = await machinesOf(serviceId)
    expect(others).toEqual([])
    expect(machine).toMatchObject({ commissionStatus: 3, buildCount: 1, hostname: "vm1.example.com" })
    const shown = await inTenant((ctx) => revealCredentials(ctx, doors, everything, serviceId))
    expect(shown.user).toBe("root")
    expect(shown.password.length).toBeGreaterThan(8)
    expect(shown.command).toBe(`ssh root@${service.addresses[0]}`)
    const progress = await inTenant((ctx) => readProgress(ctx, everything, serviceId))
    expect(progress.state).toBe("done")
    expect(progress.steps.every((step) => step.state === "done")).toBe(true)
  })

  it.each([
    "timeout_after_success",
    "reset_after_success",
    "error_500_after_success",
    "garbage_after_success",
  ] as const)(
    "adopts the machine when allocating ends in %s",
    async (fault) => {
      await panel.fault("servers.create", fault)
      const accountId = await customer()
      const serviceId = await order(accountId)
      await playOut()
      expect((await read(serviceId)).state).toBe("active")
      expect(await machinesOf(serviceId)).toHaveLength(1)
    },
    60_000,
  )

  it("asks for a new password when the build's answer was lost, and builds once", async () => {
    await panel.fault("servers.build", "reset_after_success")
    const serviceId = await order(await customer())
    await playOut()
    expect((await read(serviceId)).state).toBe("active")
    expect((await machinesOf(serviceId)).map((machine) => machine.buildCount)).toEqual([1])
    const shown = await inTenant((ctx) => revealCredentials(ctx, doors, everything, serviceId))
    expect(shown.password.length).toBeGreaterThan(8)
  })

  it("keeps two orders of one customer apart when both answers are lost", async () => {
    await panel.fault("servers.create", "reset_after_success", { times: 2 })
    const accountId = await customer()
    const both = [await order(accountId, "a.example.com"), await order(accountId, "b.example.com")]
    await playOut()
    for (const serviceId of both) {
      expect((await read(serviceId)).state).toBe("active")
      expect(await machinesOf(serviceId)).toHaveLength(1)
    }
  })

  it("tells whoever watches that it takes longer, as long as the panel gives no answer", async () => {
    const serviceId = await order(await customer())
    const watch = () => inTenant((ctx) => readProgress(ctx, everything, serviceId))
    await panel.fault("servers.create.dry-run", "error_500")
    await playOut(0)
    expect(await watch()).toMatchObject({
      state: "waiting",
      words: expect.stringContaining("takes longer than usual"),
    })
    await panel.clearFaults()
    await playOut()
    expect((await watch()).words).not.toContain("longer")
    expect((await read(serviceId)).state).toBe("active")
  })

  it("asks for a person, in honest words, when there is no room", async () => {
    await panel.fault("servers.create.dry-run", "full")
    const serviceId = await order(await customer())
    await playOut()
    const service = await read(serviceId)
    expect(service.state).toBe("needs_attention")
    expect(service.words).toContain("payment is confirmed")
    expect(await machinesOf(serviceId)).toEqual([])
  })
})

describe("a build that stopped", () => {
  const operationOf = async (serviceId: string) => (await read(serviceId)).operationId ?? ""

  it("is taken back whole: no machine, no secret, the service ended", async () => {
    await panel.fault("servers.build", "build_fails")
    const serviceId = await order(await customer())
    await playOut()
    expect((await read(serviceId)).state).toBe("needs_attention")
    const operationId = await operationOf(serviceId)
    await inTenant((ctx) => undoOperation(ctx, operationId))
    await playOut()
    expect((await read(serviceId)).state).toBe("ended")
    expect(await machinesOf(serviceId)).toEqual([])
  })

  it("takes back what an unanswered request left", async () => {
    await panel.fault("servers.create", "reset_after_success")
    await panel.fault("servers.list-of-user", "slow", { delayMs: 0 })
    await panel.fault("servers.list-of-user", "error_500", { times: 30 })
    const before = (await panel.books()).servers.length
    const serviceId = await order(await customer())
    await playOut()
    expect((await read(serviceId)).state).toBe("needs_attention")
    expect((await panel.books()).servers).toHaveLength(before + 1)
    await panel.clearFaults()
    const operationId = await operationOf(serviceId)
    await inTenant((ctx) => undoOperation(ctx, operationId))
    await playOut()
    expect((await read(serviceId)).state).toBe("ended")
    expect((await panel.books()).servers).toHaveLength(before)
  })

  it("goes on where it stood when a person tries again", async () => {
    await panel.fault("servers.create.dry-run", "full")
    const serviceId = await order(await customer())
    await playOut()
    const operationId = await operationOf(serviceId)
    await inTenant((ctx) => retryOperation(ctx, operationId))
    await playOut()
    expect((await read(serviceId)).state).toBe("active")
  })

  it("without any panel waits for one, and the sweep begins it", async () => {
    const away = { state: "disabled" } as const
    await inTenant((ctx) => ctx.db.update(panels).set(away))
    const serviceId = await order(await customer())
    await playOut()
    expect(await read(serviceId)).toMatchObject({ state: "needs_attention", operationId: null })
    await inTenant((ctx) => ctx.db.update(panels).set({ state: "enabled" }))
    await inTenant((ctx) => sweepStuckBuilds(ctx))
    await playOut()
    expect((await read(serviceId)).state).toBe("active")
  })

  it("whose work has vanished is started again, and still makes one machine", async () => {
    const serviceId = await order(await customer())
    await inTenant((ctx) =>
      ctx.db.update(services).set({ operationId: "op_vanished" }).where(eq(services.id, serviceId)),
    )
    await inTenant((ctx) => sweepStuckBuilds(ctx))
    expect(await operationOf(serviceId)).toBe("op_vanished")
    at.clock.advance({ minutes: 31 })
    await inTenant((ctx) => sweepStuckBuilds(ctx))
    expect(await operationOf(serviceId)).not.toBe("op_vanished")
    await playOut()
    expect((await read(serviceId)).state).toBe("active")
    expect(await machinesOf(serviceId)).toHaveLength(1)
  })
})

describe("a standing service", () => {
  it("follows the last wish, and paying lifts only what money caused", async () => {
    const serviceId = await order(await customer())
    await playOut()
    await inTenant((ctx) => suspendService(ctx, serviceId, "unpaid"))
    await inTenant((ctx) => suspendService(ctx, serviceId, "abuse"))
    await playOut()
    expect((await read(serviceId)).state).toBe("suspended")
    await inTenant((ctx) => unsuspendService(ctx, serviceId, "unpaid"))
    await playOut()
    expect((await machinesOf(serviceId))[0]?.suspended).toBe(true)
    await inTenant((ctx) => unsuspendService(ctx, serviceId, "abuse"))
    await inTenant((ctx) => suspendService(ctx, serviceId, "own_wish"))
    await inTenant((ctx) => unsuspendService(ctx, serviceId, "own_wish"))
    await playOut()
    expect((await read(serviceId)).state).toBe("active")
    expect((await machinesOf(serviceId))[0]?.suspended).toBe(false)
  })

  it("is gone on the panel before it is called ended, even when deleting lingers", async () => {
    const serviceId = await order(await customer())
    await playOut()
    await panel.fault("servers.delete", "delete_lingers", { delayMs: 45_000 })
    await inTenant((ctx) => terminateService(ctx, serviceId, { reason: "test" }))
    await playOut()
    expect((await read(serviceId)).state).toBe("ended")
    expect(await machinesOf(serviceId)).toEqual([])
  })
})

describe("signing on to the panel", () => {
  const browse = (url: string, cookie?: string, form?: Record<string, string>) =>
    fetch(url, {
      redirect: "manual",
      headers: cookie ? { cookie } : {},
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    })

  it("gives a link once, to whoever asked; the machine behind it opens with the password shown", async () => {
    const serviceId = await order(await customer())
    await playOut()
    const { id } = await inTenant((ctx) => requestSignOn(ctx, everything, serviceId))
    expect(await inTenant((ctx) => getSignOn(ctx, doors, id))).toEqual({ state: "asking", url: null })
    await playOut(0)
    const somebodyElse = { actor: { kind: "visitor", permissions: new Set<string>() } } as const
    await expect(at.inTenant(TENANT, (ctx) => getSignOn(ctx, doors, id), somebodyElse)).rejects.toThrow()
    const first = await inTenant((ctx) => getSignOn(ctx, doors, id))
    expect(first.state).toBe("ready")
    expect(await inTenant((ctx) => getSignOn(ctx, doors, id))).toEqual({ state: "used", url: null })

    const opened = await browse(first.url ?? "")
    expect(opened.status).toBe(303)
    expect((await browse(first.url ?? "")).status).toBe(403)
    const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? ""
    const page = `${panel.url}${opened.headers.get("location")}`
    expect((await browse(page)).status).toBe(403)
    expect(await (await browse(page, cookie)).text()).toContain("vm1.example.com")
    const shown = await inTenant((ctx) => revealCredentials(ctx, doors, everything, serviceId))
    const signIn = async (password: string) =>
      (await browse(`${page}/console`, cookie, { user: "root", password })).text()
    expect(await signIn("wrong")).toContain("Login incorrect.")
    expect(await signIn(shown.password)).toContain("Signed in as root@vm1.example.com.")
  })
})

describe("comparing the panel with our services", () => {
  const findings = () =>
    inTenant(async (ctx) =>
      (await ctx.db.select().from(driftFindings).where(isNull(driftFindings.resolvedAt))).map(
        ({ kind, serviceId }) => ({ kind, serviceId }),
      ),
    )
  const compare = async (days: number) => {
    at.clock.advance({ hours: 24 * days })
    await inTenant((ctx) => sweepDrift(ctx, ctx.clock.today("UTC")))
    await playOut()
  }

  it("finds what is missing, extra and different, and closes it when they agree again", async () => {
    const gone = await order(await customer())
    const changed = await order(await customer())
    await playOut()
    await compare(1)
    expect(await findings()).toEqual([])
    await at.database.transactAcrossTenants(async (db) => {
      await db.execute(sql`update sandbox.virtfusion_servers set name = 'stranger', suspended = false,
        delete_at = ${at.clock.now().toString()} where name = ${gone}`)
      await db.execute(sql`update sandbox.virtfusion_servers set suspended = true where name = ${changed}`)
      await db.execute(sql`insert into sandbox.virtfusion_servers (uuid, user_id, group_id, hypervisor_id, package_id,
        name, memory, cpu_cores, storage, traffic, ipv4, created_at, updated_at)
        select gen_random_uuid(), user_id, 3, 31, 8, 'stranger', 1, 1, 1, 1, '[]', now(), now()
        from sandbox.virtfusion_servers where name = ${changed}`)
    })
    await compare(1)
    const found = await findings()
    expect(found).toHaveLength(3)
    expect(found).toEqual(
      expect.arrayContaining([
        { kind: "missing", serviceId: gone },
        { kind: "different", serviceId: changed },
        { kind: "extra", serviceId: null },
      ]),
    )
    await at.database.transactAcrossTenants(async (db) => {
      await db.execute(sql`update sandbox.virtfusion_servers set suspended = false where name = ${changed}`)
      await db.execute(
        sql`delete from sandbox.virtfusion_servers where name = 'stranger' and delete_at is null`,
      )
      await db.execute(sql`update sandbox.virtfusion_servers set name = ${gone}, delete_at = null
        where delete_at is not null and name = 'stranger'`)
    })
    await compare(1)
    expect(await findings()).toEqual([])
  })
})

describe("what must always hold", () => {
  it("holds after all this, and each query sees what is planted", async () => {
    const owner = new pg.Client({ connectionString: at.ownerUrl })
    await owner.connect()
    try {
      expect(await violations(owner, "i04")).toEqual([])
      expect(await violations(owner, "i05")).toEqual([])
      expect(await violations(owner, "i06")).toEqual([])
      const serviceId = await order(await customer())
      await playOut()
      const { remoteId } = await read(serviceId)
      const planted = async (sql: string, file: string) => {
        await owner.query("begin")
        await owner.query(sql)
        const found = await violations(owner, file)
        await owner.query("rollback")
        return found.map((row) => row.violation)
      }
      const service = `provisioning.services set state = 'building' where id = '${serviceId}'`
      expect(await planted(`update ${service}`, "i05")).toContain("being built, but nobody works on it")
      const machine = `sandbox.virtfusion_servers where id = ${remoteId}`
      expect(await planted(`delete from ${machine}`, "i06")).toContain("ghost: a service without its machine")
      const copy = `insert into sandbox.virtfusion_servers (uuid, user_id, group_id, hypervisor_id, package_id, name,
        memory, cpu_cores, storage, traffic, ipv4, created_at, updated_at) select gen_random_uuid(), user_id, group_id,
        hypervisor_id, package_id, name, memory, cpu_cores, storage, traffic, ipv4, now(), now() from ${machine}`
      expect(await planted(copy, "i06")).toContain("orphan: a machine nobody owns")
      expect(await planted(copy, "i04")).toContain("two machines of one name")
    } finally {
      await owner.end()
    }
  })
})

async function violations(owner: pg.Client, file: string): Promise<{ violation: string }[]> {
  const folder = resolve(import.meta.dirname, "../../app/invariants")
  const name = readdirSync(folder).find((one) => one.startsWith(file))
  if (!name) throw new Error(`There is no invariant ${file}.`)
  return (await owner.query<{ violation: string }>(readFileSync(resolve(folder, name), "utf8"))).rows
}
