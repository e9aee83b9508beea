import { randomBytes } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import pg from "pg"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { accounts } from "#identity/tables"
import type { Context } from "#kit/context.ts"
import { createOutside } from "#kit/outside/outside.ts"
import { createKeyring } from "#kit/secrets.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { createMemoryRunner } from "#kit/work/memory-runner.ts"
import { PANEL_TOKEN, type ServedPanel, servePanel } from "#sandbox/virtfusion-testing.ts"
import {
  beginBuilding,
  getService,
  orderService,
  provisioningWork,
  savePanel,
  suspendService,
  terminateService,
  unsuspendService,
} from "./index.ts"
import { everything } from "./queries.ts"
import { readProgress } from "./read-progress.ts"
import { revealCredentials } from "./reveal-credentials.ts"

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
    await inTenant((ctx) => terminateService(ctx, serviceId, "test"))
    await playOut()
    expect((await read(serviceId)).state).toBe("ended")
    expect(await machinesOf(serviceId)).toEqual([])
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
