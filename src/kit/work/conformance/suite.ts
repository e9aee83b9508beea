import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Context } from "../../context.ts"
import type { TestDatabase } from "../../testing/database.ts"
import type { WorkKind } from "../define.ts"
import { type BoundaryPlace, boundaryPlaces } from "../engine.ts"
import { getOperation } from "../queries.ts"
import { ensureQueue } from "../queues.ts"
import { type StartOptions, startWork } from "../start-work.ts"
import { type Outside, openOutside, prepareOutside } from "./outside.ts"
import { type Script, type ScriptStep, scriptKind } from "./script.ts"

/** What a runner must offer to be tried. */
export interface Harness {
  readonly at: TestDatabase
  /** Plays with these kinds from now on: another release of the program. */
  play(kinds: readonly WorkKind[]): Promise<void>
  /** Until nothing more happens at this time of the company's clock. */
  settle(): Promise<void>
  /** Plays nothing any more: what is started from now on waits for processes that die. */
  rest(): Promise<void>
  /** After a rest: settles work whose processes die where its script says, and are replaced. */
  settleWithDeaths(outside: Outside): Promise<void>
  /** Lets time pass until these are done, and says when each was let through to its one call, in milliseconds of whatever clock rates go by. */
  settleOverTime(operationIds: readonly string[]): Promise<number[]>
  close(): Promise<void>
}

export const CONFORMANCE_TENANT = "t_conformance"

/** What durable work promises, whoever plays it. */
export function describeRunner(name: string, openHarness: () => Promise<Harness>): void {
  describe(name, () => {
    const stage = openStage(openHarness)
    describeStarting(stage)
    describeWaiting(stage)
    describeFailing(stage)
    describeQueues(stage)
    describeRates(stage)
    describeLosses(stage)
  })
}

function openStage(openHarness: () => Promise<Harness>) {
  let harness: Harness
  let outside: Outside
  let stopping: WorkKind<Script>
  let undoing: WorkKind<Script>

  beforeAll(async () => {
    harness = await openHarness()
    await prepareOutside(harness.at.ownerUrl)
    outside = openOutside(harness.at.ownerUrl)
    stopping = scriptKind(outside)
    undoing = scriptKind(outside, { name: "test.undoing", onGiveUp: "undo" })
    await harness.play([stopping, undoing])
  }, 30_000)
  afterAll(async () => {
    await harness.close()
    await outside.close()
    await harness.at.drop()
  }, 30_000)

  const inTenant = <Result>(body: (ctx: Context) => Promise<Result>) =>
    harness.at.inTenant(CONFORMANCE_TENANT, body)
  return {
    inTenant,
    harness: () => harness,
    outside: () => outside,
    kinds: () => ({ stopping, undoing }),
    settle: () => harness.settle(),
    advance: async (seconds: number) => {
      harness.at.clock.advance({ seconds })
      await harness.settle()
    },
    start: (input: Script, options: StartOptions = {}, onGiveUp: "stop" | "undo" = "stop") =>
      inTenant((ctx) => startWork(ctx, onGiveUp === "undo" ? undoing : stopping, input, options)),
    read: (id: string) => inTenant((ctx) => getOperation(ctx, id)),
    effectsOf: async (id: string) => {
      const found = await inTenant((ctx) =>
        ctx.db.execute<{ step: string }>(
          sql`select step from conformance.effects where operation = ${id} order by ctid`,
        ),
      )
      return found.rows.map((row) => row.step)
    },
    callsOf: async (id: string) => (await outside.listCalls(id)).map((row) => row.step),
    stuckEvents: async (id: string) => {
      const found = await inTenant((ctx) =>
        ctx.db.execute(sql`
          select 1 from events.events where name = 'work.stuck' and data->>'operationId' = ${id}`),
      )
      return found.rows
    },
  }
}
type Stage = ReturnType<typeof openStage>

/** Played once, when committed, under one key. */
function describeStarting(stage: Stage): void {
  test("plays every step once and ends", async () => {
    const id = await stage.start({ steps: sale })
    await stage.settle()
    const operation = await stage.read(id)
    expect(operation.state).toBe("done")
    expect(operation.steps.map((step) => [step.name, step.state, step.attempts])).toEqual(
      sale.map((step) => [step.name, "done", 1]),
    )
    expect(operation.steps[1]?.output).toBe(1)
    expect(operation.calls.map((call) => [call.step, call.path, call.outcome])).toEqual([
      ["charge", "/charge", "answered"],
      ["build", "/build", "answered"],
    ])
    expect(await stage.effectsOf(id)).toEqual(["reserve", "book", "welcome"])
    expect(await stage.callsOf(id)).toEqual(["charge", "build"])
  })

  test("starts nothing when the transaction that starts it is rolled back", async () => {
    let id = ""
    const rolledBack = stage.inTenant(async (ctx) => {
      id = await startWork(ctx, stage.kinds().stopping, { steps: sale })
      throw new Error("changed my mind")
    })
    await expect(rolledBack).rejects.toThrow("changed my mind")
    await stage.settle()
    expect(await stage.effectsOf(id)).toEqual([])
    expect(await stage.callsOf(id)).toEqual([])
  })

  test("plays work with the same key once", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => stage.start({ steps: sale }, { key: "ord_1" })))
    await stage.settle()
    ids.push(await stage.start({ steps: sale }, { key: "ord_1" }))
    await stage.settle()
    expect(new Set(ids).size).toBe(1)
    expect(await stage.effectsOf(ids[0] ?? "")).toEqual(["reserve", "book", "welcome"])
  })
}

/** By the company's clock. */
function describeWaiting(stage: Stage): void {
  test("waits by the company's clock, and no longer", async () => {
    const id = await stage.start({
      steps: [
        { do: "wait", name: "trial", seconds: 86_400 },
        { do: "poll", name: "ready", answersAt: 3, atMostSeconds: 60 },
        { do: "record", name: "after" },
      ],
    })
    await stage.settle()
    expect((await stage.read(id)).state).toBe("waiting")
    await stage.advance(86_399)
    expect((await stage.read(id)).state).toBe("waiting")
    await stage.advance(1)
    expect(await stage.callsOf(id)).toEqual(["ready"])
    for (const expected of [2, 3]) {
      await stage.advance(5)
      expect(await stage.callsOf(id)).toHaveLength(expected)
    }
    expect((await stage.read(id)).state).toBe("done")
    expect(await stage.effectsOf(id)).toEqual(["after"])
  })

  test("gives a poll up when its time is over", async () => {
    const id = await stage.start({ steps: [{ do: "poll", name: "ready", answersAt: 99, atMostSeconds: 8 }] })
    for (const seconds of [0, 5, 3]) {
      await stage.advance(seconds)
    }
    expect(await stage.callsOf(id)).toHaveLength(3)
    expect(await stage.read(id)).toMatchObject({ state: "stuck", why: "No answer within 8 seconds." })
  })
}

/** Tries, giving up, undoing. */
function describeFailing(stage: Stage): void {
  test("tries a failing call again with growing pauses, then asks a person", async () => {
    const id = await stage.start({
      steps: [{ do: "call", name: "build", tries: 3, outcomes: ["error", "later", "error", "error"] }],
    })
    await stage.settle()
    expect(await stage.read(id)).toMatchObject({ state: "waiting", why: "the panel answered 500" })
    for (const seconds of [6, 30, 24]) {
      await stage.advance(seconds)
    }
    const operation = await stage.read(id)
    expect(operation).toMatchObject({ state: "stuck", why: "the panel answered 500 (tried 4 times)" })
    expect(operation.steps[0]).toMatchObject({ state: "failed", attempts: 4, failures: 3 })
    expect(await stage.stuckEvents(id)).toHaveLength(1)
  })

  test("rolls a failed record back and asks a person without delay when there is no point in trying", async () => {
    const failing = await stage.start({ steps: [{ do: "record", name: "a", fails: true }] })
    const pointless = await stage.start({ steps: [{ do: "call", name: "b", outcomes: ["give-up"] }] })
    await stage.settle()
    expect(await stage.effectsOf(failing)).toEqual([])
    expect(await stage.read(failing)).toMatchObject({ state: "waiting", why: "our own rows say no" })
    expect(await stage.read(pointless)).toMatchObject({ state: "stuck", why: "there is no such plan" })
    expect(await stage.effectsOf("-")).toContain("told stuck")
  })

  test("undoes in reverse what was done, and what may have been done", async () => {
    const id = await stage.start(
      {
        steps: [
          { do: "record", name: "a", undo: true },
          { do: "call", name: "b", undo: true },
          { do: "record", name: "c" },
          { do: "call", name: "d", undo: true, undoUnknown: true, outcomes: ["give-up"] },
        ],
      },
      {},
      "undo",
    )
    await stage.settle()
    const operation = await stage.read(id)
    expect(operation.state).toBe("undone")
    expect(operation.steps.map((step) => [step.name, step.state])).toEqual([
      ["a", "undone"],
      ["b", "undone"],
      ["c", "done"],
      ["d", "undone"],
      ["undo: d", "done"],
      ["undo: b", "done"],
      ["undo: a", "done"],
    ])
    expect(await stage.callsOf(id)).toEqual(["b", "d", "undo: d", "undo: b"])
    expect(await stage.effectsOf(id)).toEqual(["a", "c", "undo: a"])
    expect(await stage.effectsOf("-")).toContain("told undone")
  })
}

/** One queue per outside server. */
function describeQueues(stage: Stage): void {
  test("lets a dead server hold up nobody else", async () => {
    await stage.inTenant(async (ctx) => {
      await ensureQueue(ctx.db, { name: "srv_dead", concurrency: 1 })
    })
    const outcomes = ["error", "error", "error", "error", "error"] as const
    const dead: ScriptStep[] = [{ do: "call", name: "x", outcomes: [...outcomes] }]
    const deadIds = await Promise.all([1, 2, 3].map(() => stage.start({ steps: dead, queue: "srv_dead" })))
    const alive = await Promise.all([1, 2, 3].map(() => stage.start({ steps: sale, queue: "srv_alive" })))
    await stage.settle()
    for (const id of alive) expect((await stage.read(id)).state).toBe("done")
    for (const id of deadIds) expect((await stage.read(id)).state).toBe("waiting")
  })

  test("keeps to a queue's concurrency", async () => {
    await stage.inTenant((ctx) => ensureQueue(ctx.db, { name: "srv_narrow", concurrency: 1 }))
    const steps: ScriptStep[] = ["enter", "work", "leave"].map((step) => ({ do: "call", name: step }))
    const ids = await Promise.all([1, 2, 3, 4].map(() => stage.start({ steps, queue: "srv_narrow" })))
    await stage.settle()
    const calls = (await stage.outside().listCalls()).filter((call) => ids.includes(call.operation))
    expect(calls).toHaveLength(12)
    for (let first = 0; first < calls.length; first += 3) {
      expect(new Set(calls.slice(first, first + 3).map((call) => call.operation)).size).toBe(1)
    }
  })
}

/** What servers allow. */
function describeRates(stage: Stage): void {
  test("keeps to a queue's rate", async () => {
    const rate = { most: 2, periodSeconds: 1 }
    await stage.inTenant((ctx) => ensureQueue(ctx.db, { name: "srv_slow", rate }))
    const steps: ScriptStep[] = [{ do: "call", name: "x" }]
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => stage.start({ steps, queue: "srv_slow" })))
    const times = await stage.harness().settleOverTime(ids)
    expect(times).toHaveLength(5)
    const sorted = times.toSorted((first, second) => first - second)
    for (let third = 2; third < sorted.length; third++) {
      // Both clocks read whole milliseconds.
      expect((sorted[third] ?? 0) - (sorted[third - 2] ?? 0)).toBeGreaterThanOrEqual(990)
    }
  })
}

/** Releases and deaths. */
function describeLosses(stage: Stage): void {
  test("goes on with a newer release whose saga has changed", async () => {
    const id = await stage.start({
      steps: [
        { do: "record", name: "before" },
        { do: "wait", name: "a while", seconds: 60 },
        { do: "record", name: "after" },
      ],
    })
    await stage.settle()
    await stage.harness().play([scriptKind(stage.outside(), { release: 2 }), stage.kinds().undoing])
    await stage.advance(60)
    expect((await stage.read(id)).state).toBe("done")
    expect(await stage.effectsOf(id)).toEqual(["before", "new", "after"])
    await stage.harness().play([stage.kinds().stopping, stage.kinds().undoing])
  })

  test("loses and doubles nothing, wherever its process dies", async () => {
    await stage.harness().rest()
    const ids = new Map<BoundaryPlace, string>()
    // Who only looks has written nothing since the call was claimed: a death there is one at that place.
    for (const at of boundaryPlaces.filter((place) => place !== "call-looked")) {
      const step = at === "segment-begun" ? null : "charge"
      ids.set(at, await stage.start({ steps: sale, dies: { at, step } }))
    }
    await stage.harness().settleWithDeaths(stage.outside())
    for (const [at, id] of ids) {
      const { state, progress, why } = await stage.read(id)
      expect({ state, progress, why }, at).toEqual({ state: "done", progress: "welcome", why: null })
      expect(await stage.outside().isFirst(`died ${id}`), `${at} was reached`).toBe(false)
      expect(await stage.effectsOf(id), at).toEqual(["reserve", "book", "welcome"])
      const mayRepeat = at === "call-answered"
      const charges = (await stage.callsOf(id)).filter((step) => step === "charge").length
      expect(charges, at).toBeGreaterThanOrEqual(mayRepeat ? 2 : 1)
      // Whatever else its process held in its hands dies with it.
      expect(charges, at).toBeLessThanOrEqual(1 + ids.size)
    }
  })
}

/** Five steps, of both kinds. */
const sale: ScriptStep[] = [
  { do: "record", name: "reserve" },
  { do: "call", name: "charge" },
  { do: "record", name: "book" },
  { do: "call", name: "build" },
  { do: "record", name: "welcome" },
]
