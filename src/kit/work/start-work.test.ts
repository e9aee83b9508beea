import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { z } from "zod"
import { testDatabase } from "../testing/test-database.ts"
import { defineWork } from "./define.ts"
import { startWork } from "./start-work.ts"

const greet = defineWork({
  name: "test.greet",
  input: z.object({ orderId: z.string() }),
  say: { en: "Greet", ko: "인사" },
  queue: () => "srv_1",
  subjects: (input) => [input.orderId, input.orderId],
  run: async () => {},
})

test("work is committed with the transaction that starts it, or not at all", async () => {
  await using at = await testDatabase()
  const started = await at.inTenant("t_a", (ctx) => startWork(ctx, greet, { orderId: "ord_1" }))
  await expect(
    at.inTenant("t_a", async (ctx) => {
      await startWork(ctx, greet, { orderId: "ord_2" })
      throw new Error("changed my mind")
    }),
  ).rejects.toThrow("changed my mind")
  const rows = await at.database.transactAcrossTenants((db) =>
    db.execute(sql`select workflow_uuid, queue_name, application_version from dbos.workflow_status`),
  )
  expect(rows.rows).toEqual([
    { workflow_uuid: `${started}:1`, queue_name: "srv_1", application_version: "1" },
  ])
})

test("the same key gives the same operation, also to a twin at the same instant", async () => {
  await using at = await testDatabase()
  const start = () =>
    at.inTenant("t_a", (ctx) => startWork(ctx, greet, { orderId: "ord_1" }, { key: "ord_1" }))
  const ids = await Promise.all([start(), start(), start()])
  expect(new Set(ids).size).toBe(1)
  const other = await at.inTenant("t_b", (ctx) =>
    startWork(ctx, greet, { orderId: "ord_1" }, { key: "ord_1" }),
  )
  expect(other).not.toBe(ids[0])
})
