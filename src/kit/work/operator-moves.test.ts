import { expect, test } from "vitest"
import { z } from "zod"
import { openListener } from "../listen.ts"
import { Refusal } from "../refusal.ts"
import { testDatabase } from "../testing/test-database.ts"
import { closeOperation } from "./close-operation.ts"
import { defineWork, GiveUp } from "./define.ts"
import { createMemoryRunner } from "./memory-runner.ts"
import type { OperationProgress } from "./progress.ts"
import { countWork, getOperation, listOperations } from "./queries.ts"
import { resumeOperationFrom } from "./resume-operation-from.ts"
import { retryOperation } from "./retry-operation.ts"
import { startWork } from "./start-work.ts"
import { undoOperation } from "./undo-operation.ts"
import { watchOperation } from "./watch-operation.ts"

const TENANT = "t_a"

/** Three steps; the last one gives up for as long as the panel is broken. */
async function stage() {
  const at = await testDatabase({ runner: "memory" })
  const story: string[] = []
  const panel = { isBroken: true }
  const kind = defineWork({
    name: "test.create",
    input: z.object({ serviceId: z.string() }),
    say: { en: "Create", ko: "생성" },
    subjects: (input) => [input.serviceId],
    run: async (work) => {
      await work.record("plan", async () => void story.push("plan"), {
        undo: async () => void story.push("unplan"),
      })
      await work.call("allocate", async () => story.push("allocate"), {
        undo: async (_, count) => void story.push(`release ${count}`),
      })
      await work.call("build", async () => {
        story.push("build")
        if (panel.isBroken) throw new GiveUp("the panel is broken")
      })
    },
  })
  const play = () => createMemoryRunner({ ...at, kinds: [kind], seed: 1 }).playOut()
  const start = (serviceId = "svc_1") => at.inTenant(TENANT, (ctx) => startWork(ctx, kind, { serviceId }))
  const read = (id: string) => at.inTenant(TENANT, (ctx) => getOperation(ctx, id))
  return { at, story, panel, play, start, read }
}

test("retry plays only what is not done", async () => {
  const on = await stage()
  await using at = on.at
  const id = await on.start()
  await on.play()
  expect((await on.read(id)).state).toBe("stuck")
  on.panel.isBroken = false
  await at.inTenant(TENANT, (ctx) => retryOperation(ctx, id))
  await on.play()
  expect((await on.read(id)).state).toBe("done")
  expect(on.story).toEqual(["plan", "allocate", "build", "build"])
})

test("resume from a step plays it and everything after it again", async () => {
  const on = await stage()
  await using at = on.at
  const id = await on.start()
  await on.play()
  await at.inTenant(TENANT, (ctx) => resumeOperationFrom(ctx, id, "allocate"))
  on.panel.isBroken = false
  await on.play()
  expect(on.story).toEqual(["plan", "allocate", "build", "allocate", "build"])
  await expect(at.inTenant(TENANT, (ctx) => resumeOperationFrom(ctx, id, "plan"))).rejects.toThrow(
    "operation_ended",
  )
})

test("undo takes back in reverse, also what was forgotten for a resume that never came", async () => {
  const on = await stage()
  await using at = on.at
  const id = await on.start()
  await on.play()
  await at.inTenant(TENANT, async (ctx) => {
    await resumeOperationFrom(ctx, id, "allocate")
    await undoOperation(ctx, id)
  })
  await on.play()
  expect(on.story).toEqual(["plan", "allocate", "build", "release 2", "unplan"])
  expect((await on.read(id)).state).toBe("undone")
})

test("close keeps the reason and plays nothing more", async () => {
  const on = await stage()
  await using at = on.at
  const id = await on.start()
  await on.play()
  await expect(at.inTenant(TENANT, (ctx) => closeOperation(ctx, id, "  "))).rejects.toThrow("reason_missing")
  await at.inTenant(TENANT, (ctx) => closeOperation(ctx, id, "built by hand"))
  await on.play()
  expect(await on.read(id)).toMatchObject({ state: "closed", why: "built by hand" })
  expect(on.story).toEqual(["plan", "allocate", "build"])
})

test("of two operators at once one gets the effect and the other a clear no", async () => {
  const on = await stage()
  await using at = on.at
  for (let round = 0; round < 5; round++) {
    const id = await on.start()
    await on.play()
    const { segment } = await on.read(id)
    const outcomes = await Promise.allSettled([
      at.inTenant(TENANT, (ctx) => retryOperation(ctx, id, { ifSegment: segment })),
      at.inTenant(TENANT, (ctx) => undoOperation(ctx, id, { ifSegment: segment })),
    ])
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"])
    const refusal = outcomes.find((outcome) => outcome.status === "rejected")?.reason
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal.code).toBe("work.operation_moved")
    expect((await on.read(id)).segment).toBe(segment + 1)
  }
})

test("another tenant's operation can't be seen or moved", async () => {
  const on = await stage()
  await using at = on.at
  const id = await on.start()
  for (const move of [retryOperation, undoOperation, getOperation]) {
    await expect(at.inTenant<unknown>("t_b", (ctx) => move(ctx, id))).rejects.toThrow("operation_unknown")
  }
})

test("the list is paged by key and filtered by state and subject", async () => {
  const on = await stage()
  await using at = on.at
  const ids: string[] = []
  for (const service of ["svc_1", "svc_2", "svc_1", "svc_1"]) {
    ids.push(await on.start(service))
    at.clock.advance({ seconds: 1 })
  }
  const list = (filter: Partial<Parameters<typeof listOperations>[1]>) =>
    at.inTenant(TENANT, (ctx) => listOperations(ctx, { limit: 2, ...filter }))
  const first = await list({ subject: "svc_1" })
  const second = await list({ subject: "svc_1", after: first.next ?? "" })
  expect([...first.items, ...second.items].map((operation) => operation.id)).toEqual([ids[3], ids[2], ids[0]])
  expect(second.next).toBeNull()
  expect(first.items[0]?.subjects).toEqual(["svc_1"])
  expect((await list({ states: ["stuck"] })).items).toEqual([])
  await on.play()
  expect((await list({ states: ["stuck"] })).items).toHaveLength(2)
  expect(await countWork(at.database)).toEqual([{ queue: "work", state: "stuck", operations: 4 }])
})

test("watching tells each change until the end", async () => {
  const on = await stage()
  await using at = on.at
  on.panel.isBroken = false
  const id = await on.start()
  const listener = await openListener({ url: at.database.url, log: at.log })
  const told: OperationProgress[] = []
  const begun = Promise.withResolvers<void>()
  const watching = (async () => {
    const signal = AbortSignal.timeout(10_000)
    const parts = { database: at.database, listener, tenant: TENANT, operationId: id, signal }
    for await (const progress of watchOperation(parts)) {
      told.push(progress)
      begun.resolve()
    }
  })()
  await begun.promise
  await on.play()
  await watching
  await listener.close()
  expect(told[0]?.state).toBe("queued")
  expect(told.at(-1)).toMatchObject({ state: "done", at: "build" })
  expect(told.at(-1)?.steps.map((step) => step.name)).toEqual(["plan", "allocate", "build"])
})
