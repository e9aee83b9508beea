import { expect, test } from "vitest"
import { z } from "zod"
import { testDatabase } from "../testing/test-database.ts"
import { readDeaths } from "./conformance/deaths.ts"
import { CONFORMANCE_TENANT, describeRunner, type Harness } from "./conformance/suite.ts"
import { defineWork, type WorkKind } from "./define.ts"
import { createMemoryRunner } from "./memory-runner.ts"
import { getOperation } from "./queries.ts"
import { startWork } from "./start-work.ts"

describeRunner("the in-memory runner", async (): Promise<Harness> => {
  const at = await testDatabase({ runner: "memory" })
  let kinds: readonly WorkKind[] = []
  const parts = () => ({
    database: at.database,
    clock: at.clock,
    newId: at.newId,
    log: at.log,
    kinds,
    seed: 1,
  })
  return {
    at,
    play: async (given) => {
      kinds = given
    },
    settle: async () => void (await createMemoryRunner(parts()).playOut()),
    // It plays only when it is asked to.
    rest: async () => {},
    settleWithDeaths: async (outside) => {
      const dies = await readDeaths(at.database, CONFORMANCE_TENANT)
      const dead = new Set<string>()
      const runner = createMemoryRunner({
        ...parts(),
        crashAt: (boundary) => {
          if (!dies(boundary) || dead.has(boundary.operationId)) return false
          dead.add(boundary.operationId)
          return true
        },
      })
      await runner.playOut()
      for (const id of dead) await outside.isFirst(`died ${id}`)
    },
    settleOverTime: async (ids) => {
      await createMemoryRunner(parts()).playOut({ until: at.clock.now().add({ seconds: 10 }) })
      const operations = await Promise.all(
        ids.map((id) => at.inTenant(CONFORMANCE_TENANT, (ctx) => getOperation(ctx, id))),
      )
      return operations.flatMap((operation) =>
        operation.steps.map((step) => step.startedAt.epochMilliseconds),
      )
    },
    close: async () => {},
  }
})

test("a poll whose question fails has only learned nothing: it asks on at its own pace", async () => {
  await using at = await testDatabase({ runner: "memory" })
  let asked = 0
  const kind = defineWork({
    name: "test.poll",
    input: z.object({}),
    say: { en: "Poll", ko: "확인" },
    subjects: () => [],
    run: async (work) => {
      await work.poll("wait", { everySeconds: 5, atMostSeconds: 600 }, async () => {
        asked += 1
        if (asked < 20) throw new Error("the panel does not answer")
        return "built"
      })
    },
  })
  const id = await at.inTenant(CONFORMANCE_TENANT, (ctx) => startWork(ctx, kind, {}))
  const runner = createMemoryRunner({ ...at, kinds: [kind], seed: 1 })
  await runner.playOut({ until: at.clock.now().add({ seconds: 300 }) })
  const operation = await at.inTenant(CONFORMANCE_TENANT, (ctx) => getOperation(ctx, id))
  expect([operation.state, asked]).toEqual(["done", 20])
})

test("whoever takes turns with the work is asked again each time it is played out", async () => {
  await using at = await testDatabase({ runner: "memory" })
  let waiting = 1
  const actor = { name: "actor", act: async () => waiting-- > 0 }
  const runner = createMemoryRunner({ ...at, kinds: [], seed: 1, actors: [actor] })
  await runner.playOut()
  waiting = 1
  await runner.playOut()
  expect(waiting).toBeLessThanOrEqual(0)
})
