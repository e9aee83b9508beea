import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { z } from "zod"
import { openListener } from "../listen.ts"
import type { TestDatabase } from "../testing/database.ts"
import { eventually } from "../testing/eventually.ts"
import { testDatabase } from "../testing/test-database.ts"
import { startDbosRunner } from "./dbos-runner.ts"
import { defineWork, type WorkKind } from "./define.ts"
import { createEngine } from "./engine.ts"
import { getOperation } from "./queries.ts"
import { ensureQueue } from "./queues.ts"
import { startWork } from "./start-work.ts"
import { forgetEnded } from "./take-over.ts"

const TENANT = "t_a"
const input = z.object({ queue: z.string() })

/** Two steps: a call that the test can leave hanging, then a record. */
function hangingKind(hangs: (queue: string) => Promise<void>, story: string[]) {
  return defineWork({
    name: "test.hanging",
    input,
    say: { en: "Hang", ko: "멈춤" },
    queue: (given) => given.queue,
    subjects: () => [],
    run: async (work, given) => {
      await work.call("call", async () => {
        story.push(`${given.queue} calls`)
        await hangs(given.queue)
      })
      await work.record("note", async () => void story.push(`${given.queue} notes`))
    },
  })
}

async function startRunner(at: TestDatabase, kind: WorkKind<z.infer<typeof input>>, executorId: string) {
  const listener = await openListener({ url: at.database.url, log: at.log })
  const runner = await startDbosRunner({ ...at, listener, kinds: [kind], executorId, silentSeconds: 2 })
  return {
    stop: async (stopping: { readonly graceMs?: number } = {}) => {
      await runner.stop(stopping)
      await listener.close()
    },
  }
}
const read = (at: TestDatabase, id: string) => at.inTenant(TENANT, (ctx) => getOperation(ctx, id))

test("a server that never answers holds up nobody else, and a stop gives its work away at once", async () => {
  await using at = await testDatabase()
  const story: string[] = []
  const answer = Promise.withResolvers<void>()
  const hanging = hangingKind((queue) => (queue === "srv_dead" ? answer.promise : Promise.resolve()), story)
  const first = await startRunner(at, hanging, "first")
  const start = (queue: string) => at.inTenant(TENANT, (ctx) => startWork(ctx, hanging, { queue }))
  await at.inTenant(TENANT, (ctx) => ensureQueue(ctx.db, { name: "srv_dead", concurrency: 1 }))
  const dead = await start("srv_dead")
  await eventually(() => story.includes("srv_dead calls"))
  const alive = await start("srv_alive")
  await eventually(async () => (await read(at, alive)).state === "done")

  await first.stop({ graceMs: 50 })
  expect(await read(at, dead)).toMatchObject({ state: "queued", segment: 2 })
  const second = await startRunner(
    at,
    hangingKind(async () => {}, story),
    "second",
  )
  await eventually(async () => (await read(at, dead)).state === "done")
  const before = await read(at, dead)
  // The answer the first process was waiting for comes in the end: nobody listens any more.
  answer.resolve()
  await second.stop()
  expect(await read(at, dead)).toEqual(before)
  expect(story.filter((line) => line === "srv_dead notes")).toHaveLength(1)
})

test("a stop lets a running step finish and hands the rest over at its end", async () => {
  await using at = await testDatabase()
  const story: string[] = []
  const called = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  const kind = hangingKind(async () => {
    called.resolve()
    await answer.promise
  }, story)
  const first = await startRunner(at, kind, "first")
  const id = await at.inTenant(TENANT, (ctx) => startWork(ctx, kind, { queue: "work" }))
  await called.promise
  const stopped = first.stop({ graceMs: 10_000 })
  answer.resolve()
  await stopped
  expect(story).toEqual(["work calls"])
  const handedOver = await read(at, id)
  expect(handedOver.state).toBe("queued")
  expect(handedOver.steps).toMatchObject([{ name: "call", state: "done", attempts: 1 }])
  const second = await startRunner(at, kind, "second")
  await eventually(async () => (await read(at, id)).state === "done")
  await second.stop()
  expect(story).toEqual(["work calls", "work notes"])
})

test("work whose segment DBOS has lost is found and played", async () => {
  await using at = await testDatabase()
  const story: string[] = []
  const kind = hangingKind(async () => {}, story)
  const id = await at.inTenant(TENANT, (ctx) => startWork(ctx, kind, { queue: "work" }))
  await at.database.transactAcrossTenants((db) => db.execute(sql`delete from dbos.workflow_status`))
  const runner = await startRunner(at, kind, "first")
  await eventually(async () => (await read(at, id)).state === "done")
  await runner.stop()
  expect((await read(at, id)).segment).toBe(2)
  // What DBOS keeps of ended segments is cleared away after a day.
  const forget = () => forgetEnded(createEngine({ ...at, kinds: [kind], executorId: "first" }))
  expect(await forget()).toBe(0)
  await at.database.transactAcrossTenants((db) =>
    db.execute(sql`update dbos.workflow_status set updated_at = updated_at - 25 * 3600 * 1000`),
  )
  expect(await forget()).toBe(1)
})

test("segments of dead processes that nobody misses give their place in a server's queue back", async () => {
  await using at = await testDatabase()
  const story: string[] = []
  const kind = hangingKind(async () => {}, story)
  const start = () => at.inTenant(TENANT, (ctx) => startWork(ctx, kind, { queue: "srv_full" }))
  await at.inTenant(TENANT, (ctx) => ensureQueue(ctx.db, { name: "srv_full", concurrency: 1 }))
  const first = await startRunner(at, kind, "first")
  const ended = await start()
  await eventually(async () => (await read(at, ended)).state === "done")
  await first.stop()
  // As if it had been killed between our last commit and DBOS's own.
  await at.database.transactAcrossTenants((db) =>
    db.execute(sql`update dbos.workflow_status
      set status = 'PENDING', executor_id = 'dead', updated_at = updated_at - 60 * 1000`),
  )
  const second = await startRunner(at, kind, "second")
  const waiting = await start()
  await eventually(async () => (await read(at, waiting)).state === "done")
  expect((await read(at, ended)).segment).toBe(1)
  await second.stop()
})
