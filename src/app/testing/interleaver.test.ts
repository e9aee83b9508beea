import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "#kit/testing/test-database.ts"
import { createSeededRandom } from "#kit/work/seeded-random.ts"
import { createInterleaver } from "./interleaver.ts"

const bump = sql`update kit.clock_offsets set offset_ms = offset_ms + 1 where id = 'a'`
const read = sql<{ n: number }>`select offset_ms::int as n from kit.clock_offsets where id = 'a'`

async function openCounter() {
  const interleaver = createInterleaver()
  const at = await testDatabase({ onStatement: interleaver.onStatement })
  const watch = interleaver.watch(at.ownerUrl)
  const across = at.database.transactAcrossTenants
  await across((db) => db.execute(sql`insert into kit.clock_offsets values ('a', 0)`))
  return {
    interleaver,
    /** Reads first and writes what it read, plus one: right alone, wrong when another is in between. */
    countBadly: () =>
      across(async (db) => {
        const { n } = (await db.execute<{ n: number }>(read)).rows[0] ?? { n: 0 }
        await db.execute(sql`update kit.clock_offsets set offset_ms = ${n + 1}::int where id = 'a'`)
      }),
    countWell: () => across((db) => db.execute(bump)),
    count: async () => (await across((db) => db.execute<{ n: number }>(read))).rows[0]?.n,
    reset: () => across((db) => db.execute(sql`update kit.clock_offsets set offset_ms = 0`)),
    [Symbol.asyncDispose]: async () => {
      await watch[Symbol.asyncDispose]()
      await at.drop()
    },
  }
}

test("the same seed makes the same order, other seeds make others", async () => {
  await using counter = await openCounter()
  const { interleaver, countWell } = counter
  const orderOf = async (seed: number) =>
    (await interleaver.run([countWell, countWell, countWell], createSeededRandom(seed))).order
  expect(await orderOf(3)).toBe(await orderOf(3))
  const orders = new Set<string>()
  for (let seed = 0; seed < 12; seed++) orders.add(await orderOf(seed))
  expect(orders.size).toBeGreaterThan(5)
})

test("it finds the order in which a careless count loses one, and none in which a careful one does", async () => {
  await using counter = await openCounter()
  const lost = async (act: () => Promise<unknown>) => {
    let found = 0
    for (let seed = 0; seed < 12; seed++) {
      await counter.reset()
      await counter.interleaver.run([act, act], createSeededRandom(seed))
      if ((await counter.count()) !== 2) found += 1
    }
    return found
  }
  expect(await lost(counter.countBadly)).toBeGreaterThan(0)
  expect(await lost(counter.countWell)).toBe(0)
})

test("an act that fails is an outcome; the others end all the same", async () => {
  await using counter = await openCounter()
  const fail = async () => {
    await counter.countWell()
    throw new Error("over")
  }
  const { outcomes } = await counter.interleaver.run([fail, counter.countWell], createSeededRandom(1))
  expect(outcomes.map((one) => one.status)).toEqual(["rejected", "fulfilled"])
  expect(await counter.count()).toBe(2)
})
