import { testDatabase } from "../testing/test-database.ts"
import { readDeaths } from "./conformance/deaths.ts"
import { CONFORMANCE_TENANT, describeRunner, type Harness } from "./conformance/suite.ts"
import type { WorkKind } from "./define.ts"
import { createMemoryRunner } from "./memory-runner.ts"
import { getOperation } from "./queries.ts"

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
