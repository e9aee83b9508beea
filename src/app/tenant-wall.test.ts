import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { definerFunctions, tablesOutsideTheWall } from "#kit/outside-the-wall.ts"
import { appRole } from "#kit/tenant-table.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { readCatalogue } from "#kit/testing/tenant-wall/catalogue.ts"
import { inspectWall, type WallFault } from "#kit/testing/tenant-wall/inspect-wall.ts"
import { holes, plants, WALLED } from "#kit/testing/tenant-wall/plants.ts"
import { tryWall, type WallConnections } from "#kit/testing/tenant-wall/try-wall.ts"
import { testDatabase } from "#kit/testing/test-database.ts"

const exceptions = { tables: tablesOutsideTheWall, definers: definerFunctions }

let at: TestDatabase
let owner: pg.Client
let app: pg.PoolClient
beforeAll(async () => {
  at = await testDatabase()
  owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  app = await at.database.pool.connect()
})
afterAll(async () => {
  app.release()
  await owner.end()
  await at.drop()
})

describe("the wall between tenants", () => {
  it("stands in the catalogue, for every table but the listed ones", async () => {
    const catalogue = await readCatalogue(owner, appRole.name)
    expect(catalogue.tables.length).toBeGreaterThan(20)
    expect(inspectWall(catalogue, exceptions).map(inWords)).toEqual([])
  })

  it("holds when it is really tried: a row of B in every table, and A at it", async () => {
    const trials = await tryWall({ owner, app }, await readCatalogue(owner, appRole.name), exceptions)
    expect(trials.flatMap((trial) => trial.faults).map(inWords)).toEqual([])
    expect(trials.length).toBeGreaterThan(20)
    expect(trials.filter((trial) => trial.attempts < 6)).toEqual([])
  })
})

describe("each part of the wall has been seen to be missing", () => {
  it("a planted table that keeps every rule adds no fault", async () => {
    expect(await faultsAfter("select 1")).toEqual([])
  })

  it.each(plants)("%s: %s", async (rule, _, sql) => {
    expect(await faultsAfter(sql)).toContain(rule)
  })

  it("an exemption that fits nothing is reported", async () => {
    const wrong = {
      tables: { ...exceptions.tables, "billing.nothing": "gone" },
      definers: exceptions.definers,
    }
    const faults = inspectWall(await readCatalogue(owner, appRole.name), wrong)
    expect(faults.map((fault) => fault.where)).toContain("billing.nothing")
  })

  /** Planted and looked at in one transaction that is taken back. */
  async function faultsAfter(sql: string): Promise<string[]> {
    await owner.query("begin")
    try {
      await owner.query(`${WALLED}; ${sql}`)
      const faults = inspectWall(await readCatalogue(owner, appRole.name), exceptions)
      return faults.filter((fault) => /plant/.test(fault.where)).map((fault) => fault.rule)
    } finally {
      await owner.query("rollback")
    }
  }
})

describe("each hole has been seen to be found by trying", () => {
  it.each(holes)("%j: %s", async (rules, _, sql) => {
    await using cloned = await testDatabase()
    const planter = new pg.Client({ connectionString: cloned.ownerUrl })
    await planter.connect()
    const client = await cloned.database.pool.connect()
    try {
      await planter.query(`${WALLED}; ${sql}`)
      expect(new Set(await rulesFoundIn({ owner: planter, app: client }))).toEqual(new Set(rules))
    } finally {
      client.release()
      await planter.end()
    }
  })

  async function rulesFoundIn(connections: WallConnections): Promise<string[]> {
    const catalogue = await readCatalogue(connections.owner, appRole.name)
    const planted = catalogue.tables.filter((table) => table.name.startsWith("plant."))
    const trials = await tryWall(connections, { ...catalogue, tables: planted }, exceptions)
    return trials.flatMap((trial) => trial.faults).map((fault) => fault.rule)
  }
})

function inWords(fault: WallFault): string {
  return `${fault.where} [${fault.rule}] ${fault.words}`
}
