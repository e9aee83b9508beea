import { expect, test } from "vitest"
import { z } from "zod"
import { testDatabase } from "../testing/test-database.ts"
import { defineWork } from "./define.ts"
import { createMemoryRunner } from "./memory-runner.ts"
import { getOperation } from "./queries.ts"
import { startWork } from "./start-work.ts"

const TENANT = "t_patience"
const CALL_SECONDS = 0.2
const SEEDS = [1, 2, 3, 4, 5, 6]

/** Looks into the house in the middle of the call, then waits for an outside that says nothing the first time. */
const ask = defineWork({
  name: "test.ask",
  input: z.object({ of: z.string() }),
  say: { en: "Ask", ko: "묻기" },
  subjects: (input) => [input.of],
  run: async (work) => {
    await work.call("ask", async (call) => {
      await call.transact(async () => {})
      await call.transact(async () => {})
      if (call.attempt > 1) return "answered"
      return new Promise<string>((_, reject) => {
        call.signal.addEventListener("abort", () => reject(new Error("called off")))
      })
    })
  },
})

test.each(SEEDS)(
  "seed %s: a call's patience is its own, however long others wait in theirs",
  async (seed) => {
    await using at = await testDatabase({ runner: "memory" })
    const { database, clock, newId, log } = at
    const runner = createMemoryRunner({
      database,
      clock,
      newId,
      log,
      kinds: [ask],
      seed,
      callTimeoutSeconds: CALL_SECONDS,
    })
    const ids = await at.inTenant(TENANT, async (ctx) => {
      const started = []
      for (const of of ["a", "b", "c"]) started.push(await startWork(ctx, ask, { of }))
      return started
    })
    await runner.playOut({ until: clock.now().add({ hours: 1 }) })
    for (const id of ids) {
      const operation = await at.inTenant(TENANT, (ctx) => getOperation(ctx, id))
      expect(operation.state).toBe("done")
      expect(operation.steps.map((step) => step.attempts)).toEqual([2])
    }
  },
)
