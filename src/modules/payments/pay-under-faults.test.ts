import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import type { AttemptView } from "./describe-attempt.ts"
import { getAttempt } from "./queries.ts"
import { refreshAttempt } from "./refresh-attempt.ts"
import { requestRefund } from "./request-refund.ts"
import { startAttempt } from "./start-attempt.ts"
import { sweepAttempts } from "./sweep-attempts.ts"
import { sweepForgotten } from "./sweep-forgotten.ts"
import { faults, openPaymentsTest, outlasting, type PaymentsTest, testAmount } from "./testing.ts"

const all = { kind: "all" } as const

let shop: PaymentsTest
beforeAll(async () => {
  shop = await openPaymentsTest()
})
afterEach(() => shop.clearFaults())
afterAll(() => shop[Symbol.asyncDispose]())

const read = (id: string) => shop.inShop((ctx) => getAttempt(ctx, all, id))
const soon = () => shop.at.clock.now().add({ minutes: 20 })

function start(): Promise<AttemptView> {
  return shop.inShop((ctx) =>
    startAttempt(ctx, {
      reference: ctx.newId("prq"),
      accountId: shop.accountId,
      amount: testAmount,
      gateway: "sandbox-card",
      description: "VPS S",
      language: "ko",
    }),
  )
}

async function count(query: ReturnType<typeof sql>): Promise<number> {
  const found = await shop.at.database.transactAcrossTenants((db) => db.execute<{ count: string }>(query))
  return Number(found.rows[0]?.count)
}

async function paid(): Promise<string> {
  const { id } = await start()
  await shop.play(soon())
  const { redirectUrl } = await read(id)
  await shop.payAt(redirectUrl ?? "", { card: "4242424242424242" })
  return id
}

describe("whatever goes wrong for a while, the payment page opens, one only", () => {
  test.each(faults)("%s", async (fault) => {
    await shop.setFault("checkouts.create", fault, outlasting)
    const { id } = await start()
    await shop.play(soon())
    expect((await read(id)).state).toBe("waiting_for_payer")
    expect(await count(sql`select count(*) from sandbox.card_checkouts where reference = ${id}`)).toBe(1)
  })
})

describe("whatever goes wrong while asking, what was paid is settled once", () => {
  test.each(faults)("%s", async (fault) => {
    const id = await paid()
    await shop.setFault("checkouts.read", fault, outlasting)
    await Promise.all([shop.sendNotices(), shop.inShop((ctx) => refreshAttempt(ctx, id))])
    await shop.play(soon())
    expect((await read(id)).state).toBe("settled")
    const settled = sql`select count(*) from sandbox.card_charges where reference = ${id}`
    expect(await count(settled)).toBe(1)
  })
})

describe("whatever goes wrong while sending money back, it goes back once", () => {
  test.each(faults)("%s", async (fault) => {
    const id = await paid()
    await shop.sendNotices()
    await shop.play()
    await shop.setFault("refunds.create", fault, outlasting)
    await shop.inShop((ctx) => requestRefund(ctx, { attemptId: id, key: "all", reason: "requested" }))
    await shop.play(soon())
    expect((await read(id)).state).toBe("refunded")
    const sent = sql`select count(*) from sandbox.card_refunds r join sandbox.card_charges c on c.id = r.charge_id where c.reference = ${id}`
    expect(await count(sent)).toBe(1)
  })
})

describe("a worker that comes back after the gateway has forgotten its keys looks before it acts", () => {
  const afterTwoDays = async () => {
    await shop.play()
    shop.at.clock.advance({ hours: 48 })
    await shop.play(soon())
  }

  test("a payment page", async () => {
    await shop.setFault("checkouts.create", "reset_after_success", outlasting)
    const { id } = await start()
    await afterTwoDays()
    expect((await read(id)).state).toBe("abandoned")
    expect(await count(sql`select count(*) from sandbox.card_checkouts where reference = ${id}`)).toBe(1)
  })

  test("a refund in parts", async () => {
    const id = await paid()
    await shop.sendNotices()
    await shop.play()
    await shop.setFault("refunds.create", "reset_after_success", outlasting)
    const amount = { ...testAmount, minor: 4_000n }
    await shop.inShop((ctx) =>
      requestRefund(ctx, { attemptId: id, key: "part", reason: "requested", amount }),
    )
    await afterTwoDays()
    expect(
      await count(
        sql`select count(*) from sandbox.card_refunds r join sandbox.card_charges c on c.id = r.charge_id where c.reference = ${id}`,
      ),
    ).toBe(1)
    expect((await read(id)).state).toBe("settled")
  })
})

describe("notices that go astray", () => {
  test.each(["notice_lost", "notice_duplicate", "notice_delayed", "notice_forged"])("%s", async (fault) => {
    await shop.setFault("notices.send", fault, { delayMs: 600_000 })
    const id = await paid()
    await shop.sendNotices()
    await shop.play()
    // Nobody came back and nothing was said, or something wrong: the sweep asks.
    shop.at.clock.advance({ minutes: 15 })
    await shop.inShop(sweepAttempts)
    await shop.sendNotices()
    await shop.play()
    expect((await read(id)).state).toBe("settled")
    const taken = sql`select count(*) from sandbox.card_notices where is_forged and last_answer <> '401'`
    expect(await count(taken)).toBe(0)
  })

  test("the sweep asks each once until it has an answer, and leaves the young and the settled alone", async () => {
    const young = await start()
    await shop.play()
    const asked = () =>
      shop.inShop(async (ctx) => {
        await sweepAttempts(ctx)
        const found = await ctx.db.execute<{ count: string }>(
          sql`select count(*) from work.operations where key like ${`sweep:${young.id}:%`}`,
        )
        return Number(found.rows[0]?.count)
      })
    expect(await asked()).toBe(0)
    shop.at.clock.advance({ minutes: 11 })
    expect(await asked()).toBe(1)
    expect(await asked()).toBe(1)
    await shop.play()
    expect(await asked()).toBe(1)
    shop.at.clock.advance({ minutes: 11 })
    expect(await asked()).toBe(2)
  })

  test("a notice whose work has vanished is taken up again", async () => {
    const id = await paid()
    await shop.sendNotices()
    await shop.inShop((ctx) =>
      ctx.db.execute(
        sql`update work.operations set state = 'closed', ended_at = now() where name = 'payments.process-notice' and state = 'queued'`,
      ),
    )
    await shop.play()
    expect((await read(id)).state).toBe("waiting_for_payer")
    shop.at.clock.advance({ minutes: 11 })
    await shop.inShop(sweepForgotten)
    await shop.play()
    expect((await read(id)).state).toBe("settled")
  })
})
