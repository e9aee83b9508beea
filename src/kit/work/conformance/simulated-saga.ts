import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { readAcrossTenants } from "../../across-tenants.ts"
import { createStillClock } from "../../clock.ts"
import { announce } from "../../events/announce.ts"
import { createEventActor } from "../../events/event-actor.ts"
import { defineEvent, defineReaction } from "../../events/events.ts"
import { createIds } from "../../id.ts"
import { TEST_START, type TestDatabase } from "../../testing/database.ts"
import { attentive } from "../attentive-actor.ts"
import { defineWork, TryLater } from "../define.ts"
import { createMemoryRunner } from "../memory-runner.ts"
import { createSeededRandom } from "../seeded-random.ts"
import { startWork } from "../start-work.ts"

export interface SimulatedSaga {
  readonly orders: readonly string[]
  readonly faults: number
  readonly story: readonly string[]
  /** Of the story: the same seed has the same one. */
  readonly digest: string
  /** What came out otherwise than one server, one activation and one mail for every order. */
  readonly broken: readonly string[]
}

const served = defineEvent("test.served", z.object({ orderId: z.string() }))
const orderInput = z.object({ orderId: z.string() })

/**
 * One seed: a saga like a sale's, for some orders and by two workers, with events between two kinds of work, and with
 * crashes, zombies and lost commits wherever the seed wants them. Needs what `prepareOutside` makes.
 */
export async function simulateSaga(
  at: TestDatabase,
  wish: { readonly seed: number; readonly orders: number },
): Promise<SimulatedSaga> {
  const { seed } = wish
  const clock = createStillClock(TEST_START)
  const newId = createIds(clock, createSeededRandom(seed).fill)
  const panel = openPanel()
  const { serve, welcome } = defineSagas(panel, () => events.stir())
  const reaction = defineReaction({
    name: "test.welcome-when-served",
    to: served,
    react: async (ctx, data) => void (await startWork(ctx, welcome, data)),
  })
  const parts = { database: at.database, clock, newId, log: at.log }
  const events = attentive(createEventActor({ ...parts, reactions: [reaction] }), clock)
  const runner = createMemoryRunner({
    ...parts,
    kinds: [serve, welcome],
    seed,
    faults: { chance: 0.05 },
    actors: [events],
  })
  const orders = Array.from({ length: wish.orders }, (_, index) => `ord_${seed}_${index + 1}`)
  await at.database.transact(`t_${seed}`, async (db) => {
    const actor = { kind: "system", name: "test", permissions: new Set<string>() } as const
    for (const orderId of orders) {
      await startWork({ ...parts, tenant: `t_${seed}`, db, actor, language: "en" }, serve, { orderId })
    }
  })
  const { story, faults } = await runner.playOut({ until: clock.now().add({ hours: 24 }) })
  const digest = createHash("sha256").update(story.join("\n")).digest("hex").slice(0, 16)
  return { orders, faults, story, digest, broken: await judge(at, orders, panel) }
}

type Panel = ReturnType<typeof openPanel>

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

function defineSagas(panel: Panel, onAnnounced: () => void) {
  const about = { input: orderInput, subjects: (input: z.output<typeof orderInput>) => [input.orderId] }
  const welcome = defineWork({
    ...about,
    name: "test.welcome",
    say: { en: "Welcome", ko: "환영" },
    run: (work, { orderId }) =>
      work.record("mail", async (ctx) => {
        await ctx.db.execute(sql`
          insert into conformance.effects values (${orderId}, 'mail', ${ctx.clock.now().toString()}::timestamptz)`)
      }),
  })
  const serve = defineWork({
    ...about,
    name: "test.serve",
    say: { en: "Serve", ko: "제공" },
    run: async (work, input) => {
      const number = await work.call("create", async () => panel.create(input.orderId), { tries: 50 })
      const pace = { everySeconds: 5, atMostSeconds: 600 }
      await work.poll("built", pace, async () => panel.isBuilt(input.orderId))
      await work.record("activate", async (ctx) => {
        await ctx.db.execute(sql`
          insert into conformance.effects
          values (${input.orderId}, ${`server ${number}`}, ${ctx.clock.now().toString()}::timestamptz)`)
        await announce(ctx, served, input)
        onAnnounced()
      })
    },
  })
  return { serve, welcome }
}

async function judge(at: TestDatabase, orders: readonly string[], panel: Panel): Promise<string[]> {
  const found = await readAcrossTenants<{ operation: string; step: string }>(
    at.database,
    sql`select operation, step from conformance.effects where operation = any(${sql.param([...orders])})`,
  )
  const broken = orders.flatMap((orderId) => {
    const steps = found.filter((row) => row.operation === orderId).map((row) => row.step)
    const expected = ["mail", `server ${panel.servers.get(orderId)}`]
    return steps.sort().join() === expected.join() ? [] : [`${orderId}: ${steps.join(", ") || "nothing"}`]
  })
  return panel.servers.size === orders.length ? broken : [...broken, `${panel.servers.size} servers`]
}
