import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { z } from "zod"
import type { TestDatabase } from "../testing/database.ts"
import { testDatabase } from "../testing/test-database.ts"
import { defineWork, type Work } from "./define.ts"
import { type Boundary, createEngine } from "./engine.ts"
import { playSegment } from "./play-segment.ts"
import { getOperation } from "./queries.ts"
import { requeueOperations } from "./requeue.ts"
import { startWork } from "./start-work.ts"

const TENANT = "t_a"

/** A kind whose saga the test writes, an engine per process, and a place where the first process can be held. */
async function stage(run: (work: Work) => Promise<void>) {
  const at = await testDatabase({ runner: "memory" })
  const kind = defineWork({
    name: "test.work",
    input: z.object({}),
    say: { en: "Work", ko: "작업" },
    subjects: () => [],
    run,
  })
  const held = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const engine = (executorId: string, holdsAt?: (boundary: Boundary) => boolean) =>
    createEngine({
      ...at,
      kinds: [kind],
      executorId,
      boundary: async (boundary) => {
        if (!holdsAt?.(boundary)) return
        held.resolve()
        await released.promise
      },
    })
  const operationId = await at.inTenant(TENANT, (ctx) => startWork(ctx, kind, {}))
  const segment = (number: number) => ({ tenant: TENANT, operationId, segment: number })
  return { at, engine, held: held.promise, release: () => released.resolve(), operationId, segment }
}

async function takeOver(at: TestDatabase, operationId: string) {
  await at.database.transact(TENANT, (db) =>
    requeueOperations(db, { operationIds: [operationId], now: at.clock.now(), when: sql`true` }),
  )
}

const read = (at: TestDatabase, id: string) => at.inTenant(TENANT, (ctx) => getOperation(ctx, id))

for (const place of ["step-begins", "call-claimed", "call-answered"] as const) {
  test(`a zombie that wakes at ${place} changes nothing any more`, async () => {
    const done: string[] = []
    const on = await stage(async (work) => {
      await work.call("outside", async (call) => {
        await call.read((ctx) => ctx.db.execute(sql`select 1`))
        done.push("outside")
      })
      await work.record("inside", async (ctx) => {
        await ctx.db.execute(sql`select 1`)
        done.push("inside")
      })
    })
    await using at = on.at
    const zombie = playSegment(
      on.engine("old", (boundary) => boundary.at === place),
      on.segment(1),
    )
    await on.held
    await takeOver(at, on.operationId)
    await playSegment(on.engine("new"), on.segment(2))
    const before = await read(at, on.operationId)
    expect(before.state).toBe("done")
    on.release()
    await zombie
    expect(await read(at, on.operationId)).toEqual(before)
    expect(done.filter((step) => step === "inside")).toHaveLength(1)
    // The look before a call is refused as well: only what was asked before it fell asleep was asked twice.
    expect(done.filter((step) => step === "outside")).toHaveLength(place === "call-answered" ? 2 : 1)
  })
}

test("the same segment played by two processes records each step once", async () => {
  const recorded: string[] = []
  const on = await stage(async (work) => {
    for (const step of ["first", "second"]) {
      await work.record(step, async (ctx) => {
        await ctx.db.execute(sql`select 1`)
        recorded.push(step)
      })
    }
  })
  await using at = on.at
  const isHeld = Promise.withResolvers<void>()
  const old = playSegment(
    on.engine("twin", (boundary) => boundary.at === "step-begins" && boundary.step === "first"),
    on.segment(1),
  )
  await on.held
  const resume = Promise.withResolvers<void>()
  const twin = on.engine("twin")
  const current = playSegment(
    {
      ...twin,
      boundary: async (boundary) => {
        if (boundary.at !== "step-begins" || boundary.step !== "second") return
        isHeld.resolve()
        await resume.promise
      },
    },
    on.segment(1),
  )
  // The current play is in the middle of its work when the old one wakes.
  await isHeld.promise
  on.release()
  await old
  resume.resolve()
  await current
  expect(recorded).toEqual(["first", "second"])
  expect((await read(at, on.operationId)).state).toBe("done")
})

test("a zombie whose call is answered late does not write over its successor's answer", async () => {
  let asked = 0
  const on = await stage(async (work) => {
    await work.call("ask", async () => {
      asked += 1
      return `answer ${asked}`
    })
    await work.record("go on", async () => {})
  })
  await using at = on.at
  const zombie = playSegment(
    on.engine("old", (boundary) => boundary.at === "call-answered"),
    on.segment(1),
  )
  await on.held
  await takeOver(at, on.operationId)
  const isHeld = Promise.withResolvers<void>()
  const resume = Promise.withResolvers<void>()
  const successor = playSegment(
    {
      ...on.engine("new"),
      boundary: async (boundary) => {
        if (boundary.at !== "step-begins" || boundary.step !== "go on") return
        isHeld.resolve()
        await resume.promise
      },
    },
    on.segment(2),
  )
  // The successor is in the middle of the same operation: its state alone would let the zombie in.
  await isHeld.promise
  on.release()
  await zombie
  resume.resolve()
  await successor
  const { state, steps } = await read(at, on.operationId)
  expect([state, steps[0]?.output]).toEqual(["done", "answer 2"])
})

test("an old segment that turns up late is not played", async () => {
  let played = 0
  const on = await stage(async () => {
    played += 1
  })
  await using at = on.at
  await takeOver(at, on.operationId)
  await playSegment(on.engine("late"), on.segment(1))
  expect(played).toBe(0)
  await playSegment(on.engine("now"), on.segment(2))
  expect(played).toBe(1)
})

test("steps started together run one after the other", async () => {
  const story: string[] = []
  const on = await stage(async (work) => {
    const step = (name: string) =>
      work.call(name, async (call) => {
        story.push(`${name} begins`)
        await call.transact((ctx) => ctx.db.execute(sql`select 1`))
        story.push(`${name} ends`)
      })
    await Promise.all([step("a"), step("b")])
  })
  await using at = on.at
  await playSegment(on.engine("one"), on.segment(1))
  expect(story).toEqual(["a begins", "a ends", "b begins", "b ends"])
  expect((await read(at, on.operationId)).state).toBe("done")
})

test("nothing and null stay two things, and a replay gives what the first time gave", async () => {
  const seen: unknown[] = []
  const on = await stage(async (work) => {
    seen.push(await work.record("nothing", async () => {}))
    seen.push(await work.record("null", async () => null))
    seen.push(await work.record("some", async () => ({ ids: ["a"] })))
    await work.waitUntil("later", on.at.clock.now().add({ seconds: seen.length < 4 ? 60 : -1 }))
  })
  await using at = on.at
  await playSegment(on.engine("one"), on.segment(1))
  at.clock.advance({ seconds: 60 })
  await takeOver(at, on.operationId)
  await playSegment(on.engine("two"), on.segment(2))
  expect(seen).toEqual([undefined, null, { ids: ["a"] }, undefined, null, { ids: ["a"] }])
  expect((await read(at, on.operationId)).state).toBe("done")
})

test("a last step ends its work with it, and what follows all the same is refused", async () => {
  let isAfter = false
  const on = await stage(async (work) => {
    await work.call("ask", async () => "answer")
    await work.record("write", async (ctx) => void (await ctx.db.execute(sql`select 1`)), { isLast: true })
    await work.record("after", async (ctx) => {
      await ctx.db.execute(sql`select 1`)
      isAfter = true
    })
  })
  await using at = on.at
  const places: string[] = []
  const watched = on.engine("one", ({ at: place, step }) => {
    places.push(`${step} ${place}`)
    return false
  })
  await playSegment(watched, on.segment(1))
  const { state, endedAt, steps } = await read(at, on.operationId)
  expect([state, endedAt, steps.map(({ name }) => name)]).toEqual(["done", at.clock.now(), ["ask", "write"]])
  expect(isAfter).toBe(false)
  expect(places).not.toContain("undefined before-commit")
})

test("a last step whose commit is refused is tried again, and its work has not ended", async () => {
  let tries = 0
  const on = await stage(async (work) => {
    await work.record(
      "write",
      async (ctx) => {
        tries += 1
        if (tries > 1) return
        // Found out at commit, when the work was done as far as this process knew.
        await ctx.db.execute(sql`
          insert into ledger.transfers (id, key, currency, reference, words, posted_at, posted_on)
          values ('trf_1', 'k', 'KRW', 'r', 'w', now(), now()::date)`)
      },
      { isLast: true },
    )
  })
  await using at = on.at
  await playSegment(on.engine("one"), on.segment(1))
  expect(await read(at, on.operationId)).toMatchObject({ state: "waiting", endedAt: null })
  await at.database.transact(TENANT, (db) =>
    requeueOperations(db, { operationIds: [on.operationId], now: at.clock.now(), when: sql`true` }),
  )
  await playSegment(on.engine("one"), on.segment(2))
  expect(await read(at, on.operationId)).toMatchObject({ state: "done", endedAt: at.clock.now() })
})

test("two steps of one name, an unknown kind and code that throws are shown to a person", async () => {
  const twice = await stage(async (work) => {
    await work.record("same", async () => {})
    await work.record("same", async () => {})
  })
  await using first = twice.at
  await playSegment(twice.engine("one"), twice.segment(1))
  expect(await read(first, twice.operationId)).toMatchObject({
    state: "stuck",
    why: expect.stringContaining('Two steps are called "same"'),
  })
  const throwing = await stage(async () => {
    throw new TypeError("x is not a function")
  })
  await using second = throwing.at
  await playSegment(throwing.engine("one"), throwing.segment(1))
  expect(await read(second, throwing.operationId)).toMatchObject({
    state: "stuck",
    why: "x is not a function",
  })
  const unknown = await stage(async () => {})
  await using third = unknown.at
  await playSegment(createEngine({ ...third, kinds: [], executorId: "one" }), unknown.segment(1))
  expect(await read(third, unknown.operationId)).toMatchObject({
    state: "stuck",
    why: "This release does not know work called test.work.",
  })
})
