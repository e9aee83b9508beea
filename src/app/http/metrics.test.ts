import { expect, test } from "vitest"
import { z } from "zod"
import type { HostState } from "#kit/outside/call.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { defineWork } from "#kit/work/define.ts"
import { startWork } from "#kit/work/start-work.ts"
import { ensureTenant } from "#tenancy"
import { createLog } from "../log.ts"
import { createMetrics } from "./metrics.ts"

const idle = defineWork({
  name: "trial.wait",
  input: z.object({}),
  say: { en: "Waiting", ko: "대기 중" },
  subjects: () => [],
  run: () => Promise.resolve(),
})

test("hosts by their breaker and work by its queue are told, and a host nobody calls any more is not", async () => {
  await using at = await testDatabase({ runner: "memory" })
  await at.database.transactAcrossTenants((db) =>
    ensureTenant(db, at.clock, { id: "ten_metrics", slug: "metrics", hosts: ["metrics.test"] }),
  )
  await at.inTenant("ten_metrics", async (ctx) => {
    await startWork(ctx, idle, {})
    await startWork(ctx, idle, {})
  })
  let hosts: HostState[] = [
    { name: "panel Seoul 1", origin: "https://panel.test", breaker: "open", inFlight: 0, waiting: 2 },
  ]
  const log = createLog({ level: "silent" })
  const { registry } = createMetrics({ database: at.database, outside: { states: () => hosts }, log })

  const told = await registry.metrics()
  const seoul = 'host="panel Seoul 1",origin="https://panel.test"'
  expect(told).toContain(`hostwell_outside_breaker{${seoul},state="open"} 1\n`)
  expect(told).toContain(`hostwell_outside_breaker{${seoul},state="closed"} 0\n`)
  expect(told).toContain(`hostwell_outside_calls{${seoul},state="waiting"} 2\n`)
  expect(told).toMatch(/hostwell_work_operations\{queue="work",state="\w+"\} 2\n/)

  hosts = []
  expect(await registry.metrics()).not.toContain("panel Seoul 1")
})

test("without the database the other numbers are still told", async () => {
  const at = await testDatabase({ runner: "memory" })
  const lines: string[] = []
  const log = createLog({ level: "warn", write: (line) => lines.push(line) })
  const { registry } = createMetrics({ database: at.database, outside: { states: () => [] }, log })
  await at.drop()

  const told = await registry.metrics()
  expect(told).toContain("process_cpu_seconds_total")
  expect(told).not.toContain("hostwell_work_operations{")
  expect(lines.join()).toContain("work could not be counted")
})
