import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { chargeSavedMethod } from "./charge-saved-method.ts"
import { getSetup } from "./get-setup.ts"
import { listAccountMethods } from "./list-account-methods.ts"
import { getAttempt } from "./queries.ts"
import { removeMethod } from "./remove-method.ts"
import { sweepAttempts } from "./sweep-attempts.ts"
import { sweepForgotten } from "./sweep-forgotten.ts"
import {
  asPayer,
  faults,
  leaveCard,
  openPaymentsTest,
  outlasting,
  type PaymentsTest,
  testAmount,
} from "./testing.ts"

const all = { kind: "all" } as const

let shop: PaymentsTest
beforeAll(async () => {
  shop = await openPaymentsTest()
  await leaveCard(shop)
})
afterEach(() => shop.clearFaults())
afterAll(() => shop[Symbol.asyncDispose]())

const read = (id: string) => shop.inShop((ctx) => getAttempt(ctx, all, id))
const soon = () => shop.at.clock.now().add({ minutes: 20 })

function charge(): Promise<{ id: string }> {
  return shop.inShop((ctx) =>
    chargeSavedMethod(ctx, {
      reference: ctx.newId("prq"),
      accountId: shop.accountId,
      amount: testAmount,
      description: "VPS S",
      language: "ko",
    }),
  )
}

/** In the gateway's books, which stand before the wall. */
async function count(query: ReturnType<typeof sql>): Promise<number> {
  const found = await shop.at.database.transactAcrossTenants((db) => db.execute<{ count: string }>(query))
  return Number(found.rows[0]?.count)
}

/** In our own rows, behind it. */
async function countHere(query: ReturnType<typeof sql>): Promise<number> {
  const found = await shop.inShop((ctx) => ctx.db.execute<{ count: string }>(query))
  return Number(found.rows[0]?.count)
}

const charges = (id: string) => count(sql`select count(*) from sandbox.card_charges where reference = ${id}`)

describe("whatever goes wrong while charging a saved method, it is charged once", () => {
  test.each(faults)("%s", async (fault) => {
    await shop.setFault("payments.create", fault, outlasting)
    const { id } = await charge()
    await shop.play(soon())
    expect((await read(id)).state).toBe("settled")
    expect(await charges(id)).toBe(1)
  })

  test.each(faults)("%s, while looking what a lost answer left", async (fault) => {
    // Its answer is no JSON: nobody tries that again by itself, and five failures in a row would rest the gateway.
    await shop.setFault("payments.create", "garbage_after_success")
    await shop.setFault("payments.find", fault, outlasting)
    const { id } = await charge()
    await shop.play(soon())
    expect((await read(id)).state).toBe("settled")
    expect(await charges(id)).toBe(1)
  })
})

describe("whatever goes wrong while a card is left or taken back", () => {
  test.each(faults)("%s: one page, one card", async (fault) => {
    await shop.setFault("setups.create", fault, outlasting)
    const id = await leaveCard(shop)
    expect((await shop.inShop((ctx) => getSetup(ctx, all, id))).state).toBe("done")
    expect(await count(sql`select count(*) from sandbox.card_setups where reference = ${id}`)).toBe(1)
    expect(await shop.inShop((ctx) => listAccountMethods(ctx, all, shop.accountId))).toHaveLength(1)
  })

  test.each(faults)("%s: forgotten at the gateway and here", async (fault) => {
    await shop.setFault("methods.detach", fault, outlasting)
    const [method] = await shop.inShop((ctx) => listAccountMethods(ctx, all, shop.accountId))
    await shop.inShop((ctx) => removeMethod(asPayer(ctx, shop.accountId), method?.id ?? ""))
    await shop.play(soon())
    const there = sql`select count(*) from sandbox.card_methods where customer = ${shop.accountId} and detached_at is null`
    const here = sql`select count(*) from payments.payment_methods where id = ${method?.id} and token_sealed is not null`
    expect([await count(there), await countHere(here)]).toEqual([0, 0])
    await leaveCard(shop)
  })

  test("a removal whose work has vanished is taken up again", async () => {
    const [method] = await shop.inShop((ctx) => listAccountMethods(ctx, all, shop.accountId))
    await shop.inShop((ctx) => removeMethod(asPayer(ctx, shop.accountId), method?.id ?? ""))
    await shop.inShop((ctx) =>
      ctx.db.execute(
        sql`update work.operations set state = 'closed', ended_at = now() where name = 'payments.forget-method' and state = 'queued'`,
      ),
    )
    shop.at.clock.advance({ minutes: 11 })
    await shop.inShop(sweepForgotten)
    await shop.play()
    const here = sql`select count(*) from payments.payment_methods where id = ${method?.id} and token_sealed is not null`
    expect(await countHere(here)).toBe(0)
    await leaveCard(shop)
  })
})

describe("who may say that nothing came of it", () => {
  test("a sweep that finds nothing there gives up no charge that somebody still has in hand", async () => {
    await shop.setFault("payments.create", "reset", outlasting)
    const { id } = await charge()
    await shop.play()
    expect((await read(id)).state).toBe("created")
    shop.at.clock.advance({ minutes: 15 })
    await shop.inShop(sweepAttempts)
    await shop.play(soon())
    expect((await read(id)).state).toBe("settled")
    expect(await charges(id)).toBe(1)
  })

  test("a charge whose work has vanished is given up by the sweep, and may be wished anew", async () => {
    const { id } = await charge()
    await shop.inShop((ctx) =>
      ctx.db.execute(
        sql`update work.operations set state = 'closed', ended_at = now() where name = 'payments.charge-method' and state = 'queued'`,
      ),
    )
    shop.at.clock.advance({ minutes: 15 })
    await shop.inShop(sweepAttempts)
    await shop.play()
    expect((await read(id)).state).toBe("abandoned")
    expect(await charges(id)).toBe(0)
  })

  test.each([
    ["reset_after_success", "settled", 1],
    ["reset", "abandoned", 0],
  ])("%s, and a worker that comes back after two days: %s, charged %i times", async (fault, state, times) => {
    await shop.setFault("payments.create", fault, outlasting)
    const { id } = await charge()
    await shop.play()
    shop.at.clock.advance({ hours: 48 })
    await shop.play(soon())
    expect((await read(id)).state).toBe(state)
    expect(await charges(id)).toBe(times)
  })
})
