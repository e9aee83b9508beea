import { expect, test } from "vitest"
import { z } from "zod"
import { type Listener, openListener } from "../listen.ts"
import type { TestDatabase } from "../testing/database.ts"
import { eventually } from "../testing/eventually.ts"
import { testDatabase } from "../testing/test-database.ts"
import { startDbosRunner } from "./dbos-runner.ts"
import { defineWork } from "./define.ts"
import { ensureQueue } from "./queues.ts"
import { startWork } from "./start-work.ts"

const TENANT = "t_a"
/** Longer than any test may take: whoever sleeps so long has to be told. */
const FOR_EVER_MS = 3_600_000

const noting = (notes: string[], inCall: () => Promise<void> = async () => {}) =>
  defineWork({
    name: "test.noting",
    input: z.object({ note: z.string(), queue: z.string() }),
    say: { en: "Note", ko: "기록" },
    queue: ({ queue }) => queue,
    subjects: () => [],
    run: async (work, { note }) => {
      await work.call("call", inCall)
      await work.record("note", async () => void notes.push(note))
    },
  })

test("a worker at rest asks for nothing until it is told, and is told of what others start", async () => {
  const looks: string[] = []
  await using at = await testDatabase({
    onStatement: (text) => {
      if (text.includes("'ENQUEUED'")) looks.push(text)
    },
  })
  const notes: string[] = []
  const kind = noting(notes)
  const start = (note: string) => at.inTenant(TENANT, (ctx) => startWork(ctx, kind, { note, queue: "work" }))
  await start("from before")
  await using _worker = await startWorker(at, { kind, restingMs: FOR_EVER_MS })
  await eventually(() => notes.includes("from before"))
  for (const note of ["first", "second"]) {
    await eventuallyStill(() => looks.length)
    const before = looks.length
    await start(note)
    await eventually(() => notes.includes(note))
    expect(looks.length - before).toBeGreaterThan(0)
  }
})

test("what waits for a place in a full queue has it when the one before is done", async () => {
  await using at = await testDatabase()
  const notes: string[] = []
  const answer = Promise.withResolvers<void>()
  const kind = noting(notes, () => answer.promise)
  await using _worker = await startWorker(at, { kind, restingMs: FOR_EVER_MS })
  await at.inTenant(TENANT, (ctx) => ensureQueue(ctx.db, { name: "srv_narrow", concurrency: 1 }))
  for (const note of ["first", "second", "third"]) {
    await at.inTenant(TENANT, (ctx) => startWork(ctx, kind, { note, queue: "srv_narrow" }))
  }
  answer.resolve()
  await eventually(() => notes.length === 3)
  expect(notes).toEqual(["first", "second", "third"])
})

test("a worker that hears nothing looks by itself", async () => {
  await using at = await testDatabase()
  const notes: string[] = []
  const kind = noting(notes)
  const deaf: Listener = { subscribe: () => () => {}, close: async () => {} }
  await using _worker = await startWorker(at, { kind, listener: deaf })
  await at.inTenant(TENANT, (ctx) => startWork(ctx, kind, { note: "unheard", queue: "work" }))
  await eventually(() => notes.includes("unheard"))
})

interface Wish {
  readonly kind: ReturnType<typeof noting>
  readonly listener?: Listener
  readonly restingMs?: number
}

async function startWorker(at: TestDatabase, { kind, restingMs, ...given }: Wish): Promise<AsyncDisposable> {
  const listener = given.listener ?? (await openListener({ url: at.database.url, log: at.log }))
  const runner = await startDbosRunner({
    ...at,
    listener,
    kinds: [kind],
    executorId: "resting",
    ...(restingMs === undefined ? {} : { restingMs }),
  })
  return {
    [Symbol.asyncDispose]: async () => {
      await runner.stop()
      await listener.close()
    },
  }
}

/** Until a count has stayed the same for some looks' time. */
async function eventuallyStill(count: () => number): Promise<void> {
  let last = count()
  let sinceMs = performance.now()
  await eventually(() => {
    if (count() !== last) sinceMs = performance.now()
    last = count()
    return performance.now() - sinceMs > 300
  })
}
