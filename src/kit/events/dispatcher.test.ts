import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { z } from "zod"
import { openListener } from "../listen.ts"
import { eventually } from "../testing/eventually.ts"
import { testDatabase } from "../testing/test-database.ts"
import { announce } from "./announce.ts"
import { countEvents, listStuckDeliveries, retryDelivery } from "./deliveries.ts"
import { createEventDispatcher } from "./dispatcher.ts"
import { defineEvent, defineReaction, type Reaction } from "./events.ts"

const orderPaid = defineEvent("order.paid", z.object({ orderId: z.string() }))
const invoiceIssued = defineEvent("invoice.issued", z.object({ orderId: z.string() }))

/** Its effect is another event, so that effects can be counted in the database itself. */
const issue = defineReaction({
  name: "billing.issue",
  to: orderPaid,
  react: async (ctx, { orderId }) => void (await announce(ctx, invoiceIssued, { orderId })),
})

async function stage(reactions: readonly Reaction[] = [issue]) {
  const at = await testDatabase()
  const dispatcher = (boundary?: (place: string) => void) =>
    createEventDispatcher({ ...at, reactions, random: () => 0.5, ...(boundary ? { boundary } : {}) })
  const pay = (tenant = "t_a") => at.inTenant(tenant, (ctx) => announce(ctx, orderPaid, { orderId: "ord_1" }))
  const issued = async (tenant = "t_a") => {
    const found = await at.inTenant(tenant, (ctx) =>
      ctx.db.execute(sql`select 1 from events.events where name = 'invoice.issued'`),
    )
    return found.rows.length
  }
  return { at, dispatcher, pay, issued }
}

test("each reaction happens once per event, in the event's own tenant", async () => {
  const on = await stage()
  await using _ = on.at
  await on.pay("t_a")
  await on.pay("t_b")
  await on.dispatcher().dispatchAll()
  await on.dispatcher().dispatchAll()
  expect([await on.issued("t_a"), await on.issued("t_b")]).toEqual([1, 1])
  expect(await countEvents(on.at.database)).toEqual({ undispatched: 0, waiting: 0, stuck: 0 })
})

test("an announcement that is rolled back never happened, and one with wrong data is refused", async () => {
  const on = await stage()
  await using at = on.at
  const failing = at.inTenant("t_a", async (ctx) => {
    await announce(ctx, orderPaid, { orderId: "ord_1" })
    throw new Error("no")
  })
  await expect(failing).rejects.toThrow("no")
  const wrong = { orderId: 1 as unknown as string }
  await expect(at.inTenant("t_a", (ctx) => announce(ctx, orderPaid, wrong))).rejects.toThrow()
  expect(await on.dispatcher().dispatchAll()).toBe(0)
})

for (const place of ["delivery-begins", "before-commit", "after-commit"]) {
  test(`a crash at ${place} neither loses nor doubles the reaction`, async () => {
    const on = await stage()
    await using _ = on.at
    await on.pay()
    const dying = on.dispatcher((at) => {
      if (at === place) throw new Error("killed")
    })
    await expect(dying.dispatchAll()).rejects.toThrow("killed")
    await on.dispatcher().dispatchAll()
    expect(await on.issued()).toBe(1)
  })
}

test("four dispatchers at once deliver once", async () => {
  const on = await stage()
  await using _ = on.at
  for (let count = 0; count < 10; count++) await on.pay()
  await Promise.all([1, 2, 3, 4].map(() => on.dispatcher().dispatchAll()))
  await on.dispatcher().dispatchAll()
  expect(await on.issued()).toBe(10)
})

test("a failing reaction is tried eight times with growing pauses, then stands still until a person retries it", async () => {
  let isBroken = true
  const tries: number[] = []
  const on = await stage([
    issue,
    defineReaction({
      name: "mail.receipt",
      to: orderPaid,
      react: async (ctx) => {
        tries.push(ctx.clock.now().epochMilliseconds)
        await ctx.db.execute(sql`select 1`)
        if (isBroken) throw new Error("no template")
      },
    }),
  ])
  await using at = on.at
  await on.pay()
  await on.dispatcher().dispatchAll()
  expect(await on.issued()).toBe(1)
  for (let due = await on.dispatcher().nextDue(); due; due = await on.dispatcher().nextDue()) {
    at.clock.set(due)
    await on.dispatcher().dispatchAll()
  }
  const pauses = tries.slice(1).map((at, index) => (at - (tries[index] ?? 0)) / 1_000)
  expect(pauses).toEqual([5, 20, 80, 320, 1280, 3600, 3600])
  const [stuck] = (await at.inTenant("t_a", (ctx) => listStuckDeliveries(ctx, { limit: 10 }))).items
  expect(stuck).toMatchObject({
    reaction: "mail.receipt",
    event: "order.paid",
    attempts: 8,
    error: "no template",
  })
  isBroken = false
  await at.inTenant("t_a", (ctx) => retryDelivery(ctx, stuck?.id ?? ""))
  await on.dispatcher().dispatchAll()
  expect(tries).toHaveLength(9)
  await expect(at.inTenant("t_a", (ctx) => retryDelivery(ctx, stuck?.id ?? ""))).rejects.toThrow("not_stuck")
})

test("an announcement wakes the dispatcher", async () => {
  const on = await stage()
  await using at = on.at
  const listener = await openListener({ url: at.database.url, log: at.log })
  const running = on.dispatcher().start(listener)
  await running.wake()
  await on.pay()
  await eventually(async () => (await on.issued()) === 1, { withinMs: 1_500 })
  await running.stop()
  await listener.close()
})
