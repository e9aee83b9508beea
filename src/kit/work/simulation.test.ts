import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { z } from "zod"
import { createStillClock } from "../clock.ts"
import { announce } from "../events/announce.ts"
import { createEventActor } from "../events/event-actor.ts"
import { defineEvent, defineReaction } from "../events/events.ts"
import { createIds } from "../id.ts"
import { TEST_START } from "../testing/database.ts"
import { testDatabase } from "../testing/test-database.ts"
import { prepareOutside } from "./conformance/outside.ts"
import { defineWork, TryLater } from "./define.ts"
import { createMemoryRunner } from "./memory-runner.ts"
import { createSeededRandom } from "./seeded-random.ts"
import { startWork } from "./start-work.ts"

const served = defineEvent("test.served", z.object({ orderId: z.string() }))
const orderInput = z.object({ orderId: z.string() })

/** The panel's own book: it remembers what it made for a key, whoever asks how often. */
function openPanel() {
  const servers = new Map<string, number>()
  const polls = new Map<string, number>()
  let asked = 0
  return {
    isBuilt: (key: string) => {
      polls.set(key, (polls.get(key) ?? 0) + 1)
      return polls.get(key) === 1 ? undefined : true
    },
    servers,
    create: (key: string) => {
      asked += 1
      if (!servers.has(key)) servers.set(key, servers.size + 1)
      if (asked % 5 === 0) throw new Error("worked, then timed out")
      if (asked % 7 === 0) throw new TryLater("busy", 20)
      return servers.get(key) ?? 0
    },
  }
}

/** One seed: three orders, two workers, events between two sagas, faults wherever the seed wants them. */
async function simulate(at: Awaited<ReturnType<typeof testDatabase>>, seed: number) {
  const clock = createStillClock(TEST_START)
  const newId = createIds(clock, createSeededRandom(seed).fill)
  const panel = openPanel()
  const tenant = `t_${seed}`
  const welcome = defineWork({
    name: "test.welcome",
    input: orderInput,
    say: { en: "Welcome", ko: "환영" },
    subjects: (input) => [input.orderId],
    run: (work, input) =>
      work.record("mail", async (ctx) => {
        await ctx.db.execute(sql`
          insert into conformance.effects values (${input.orderId}, 'mail', ${clock.now().toString()}::timestamptz)`)
      }),
  })
  const serve = defineWork({
    name: "test.serve",
    input: orderInput,
    say: { en: "Serve", ko: "제공" },
    subjects: (input) => [input.orderId],
    run: async (work, input) => {
      const number = await work.call("create", async () => panel.create(input.orderId), { tries: 50 })
      const pace = { everySeconds: 5, atMostSeconds: 600 }
      await work.poll("built", pace, async () => panel.isBuilt(input.orderId))
      await work.record("activate", async (ctx) => {
        await ctx.db.execute(sql`
          insert into conformance.effects values (${input.orderId}, ${`server ${number}`}, ${clock.now().toString()}::timestamptz)`)
        await announce(ctx, served, input)
      })
    },
  })
  const reaction = defineReaction({
    name: "test.welcome-when-served",
    to: served,
    react: async (ctx, data) => void (await startWork(ctx, welcome, data)),
  })
  const parts = { database: at.database, clock, newId, log: at.log }
  const runner = createMemoryRunner({
    ...parts,
    kinds: [serve, welcome],
    seed,
    faults: { chance: 0.05 },
    actors: [createEventActor({ ...parts, reactions: [reaction] })],
  })
  const orders = [1, 2, 3].map((number) => `ord_${seed}_${number}`)
  await at.database.transact(tenant, async (db) => {
    const actor = { kind: "system", name: "test", permissions: new Set<string>() } as const
    for (const orderId of orders) {
      await startWork({ ...parts, tenant, db, actor, language: "en" }, serve, { orderId })
    }
  })
  const played = await runner.playOut({ until: clock.now().add({ hours: 24 }) })
  return { played, orders, panel }
}

const SEEDS = 40

test(`${SEEDS} seeds of crashes, zombies and lost commits: one server, one activation, one mail per order`, async () => {
  await using at = await testDatabase({ runner: "memory" })
  await prepareOutside(at.ownerUrl)
  let faults = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { played, orders, panel } = await simulate(at, seed)
    faults += played.faults
    for (const orderId of orders) {
      const found = await at.database.transactAcrossTenants((db) =>
        db.execute<{ step: string }>(
          sql`select step from conformance.effects where operation = ${orderId} order by step`,
        ),
      )
      const expected = ["mail", `server ${panel.servers.get(orderId)}`]
      expect(
        found.rows.map((row) => row.step),
        `seed ${seed}: ${played.story.slice(-60).join(", ")}`,
      ).toEqual(expected)
    }
    expect(panel.servers.size).toBe(orders.length)
  }
  expect(faults).toBeGreaterThan(SEEDS)
}, 60_000)

test("the same seed tells the same story", async () => {
  await using first = await testDatabase({ runner: "memory" })
  await using second = await testDatabase({ runner: "memory" })
  await prepareOutside(first.ownerUrl)
  await prepareOutside(second.ownerUrl)
  for (const seed of [7, 8, 9]) {
    const stories = [await simulate(first, seed), await simulate(second, seed)].map(
      ({ played }) => played.story,
    )
    expect(stories[0]).toEqual(stories[1])
  }
})
