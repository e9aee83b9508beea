import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { signWebhook } from "#kit/webhook-signature.ts"
import { getBalance, rollUpBalance } from "#ledger"
import { getAttempt, listAttempts } from "./queries.ts"
import { refreshAttempt } from "./refresh-attempt.ts"
import { requestRefund } from "./request-refund.ts"
import { startAttempt } from "./start-attempt.ts"
import { openPaymentsTest, type PaymentsTest, TENANT, testAmount } from "./testing.ts"

const all = { kind: "all" } as const
const approved = { card: "4242424242424242" }

let shop: PaymentsTest
let reference: string
beforeAll(async () => {
  shop = await openPaymentsTest()
})
afterAll(() => shop[Symbol.asyncDispose]())
beforeEach(() => {
  reference = shop.at.newId("prq")
})

function start(amount = testAmount) {
  return shop.inShop((ctx) =>
    startAttempt(ctx, {
      reference,
      accountId: shop.accountId,
      amount,
      gateway: "sandbox-card",
      description: "VPS S",
      language: "en",
    }),
  )
}

const read = (id: string) => shop.inShop((ctx) => getAttempt(ctx, all, id))

/** A started attempt whose payment page is open. */
async function opened() {
  const { id } = await start()
  await shop.play()
  const attempt = await read(id)
  if (!attempt.redirectUrl) throw new Error(`${id} is ${attempt.state}`)
  return { id, url: attempt.redirectUrl }
}

async function countEvents(name: string, attemptId: string): Promise<number> {
  const found = await shop.inShop((ctx) =>
    ctx.db.execute<{ count: string }>(
      sql`select count(*) from events.events where name = ${name} and data ->> 'attemptId' = ${attemptId}`,
    ),
  )
  return Number(found.rows[0]?.count)
}

async function chargesOf(attemptId: string): Promise<number> {
  const found = await shop.at.database.transactAcrossTenants((db) =>
    db.execute<{ count: string }>(
      sql`select count(*) from sandbox.card_charges where reference = ${attemptId}`,
    ),
  )
  return Number(found.rows[0]?.count)
}

describe("one attempt, one charge", () => {
  test("a paid checkout settles by its notice, and the money is in the books", async () => {
    const { id, url } = await opened()
    const answer = await shop.payAt(url, approved)
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toContain(`/pay/${id}/return`)
    await shop.sendNotices()
    await shop.play()
    const attempt = await read(id)
    expect(attempt.state).toBe("settled")
    expect(await countEvents("payment.settled", id)).toBe(1)
    await shop.inShop(async (ctx) => {
      const cash = await rollUpBalance(ctx, all, "cash:sandbox-card", "KRW")
      const unapplied = await getBalance(ctx, all, `unapplied:${shop.accountId}`, "KRW")
      expect(cash.minor).toBeGreaterThanOrEqual(11_000n)
      expect(unapplied.minor).toBe(-cash.minor)
    })
  })

  test("ten clicks at once find one attempt, and its page one charge", async () => {
    const started = await Promise.all(Array.from({ length: 10 }, () => start()))
    expect(new Set(started.map(({ id }) => id)).size).toBe(1)
    await shop.play()
    const { id, redirectUrl } = await read(started[0]?.id ?? "")
    await Promise.all(Array.from({ length: 5 }, () => shop.payAt(redirectUrl ?? "", approved)))
    expect(await chargesOf(id)).toBe(1)
  })

  test("return address, notice and a second notice at the same moment have one effect", async () => {
    const { id, url } = await opened()
    await shop.payAt(url, approved)
    await Promise.all([
      shop.inShop((ctx) => refreshAttempt(ctx, id)),
      shop.sendNotices(),
      shop.inShop((ctx) => refreshAttempt(ctx, id)),
    ])
    await shop.play()
    expect((await read(id)).state).toBe("settled")
    expect(await countEvents("payment.settled", id)).toBe(1)
  })

  test("while a payment of another amount runs, a second one is refused", async () => {
    await start()
    await expect(start({ ...testAmount, minor: 1n })).rejects.toThrow("payments.other_amount_running")
  })
})

describe("what payers do", () => {
  test.each([
    ["4000000000009995", "insufficient_funds"],
    ["4000000000009979", "declined_hard"],
    ["4000000000000069", "expired"],
  ])("the card %s is declined as %s, and a new attempt may begin", async (card, decline) => {
    const { id, url } = await opened()
    await shop.payAt(url, { card })
    await shop.sendNotices()
    await shop.play()
    expect(await read(id)).toMatchObject({ state: "declined", decline })
    expect(await countEvents("payment.declined", id)).toBe(1)
    expect((await start()).id).not.toBe(id)
  })

  test("3-D Secure: approved settles, refused is declined, and neither charges before the answer", async () => {
    for (const [answer, state] of [
      ["approve", "settled"],
      ["refuse", "declined"],
    ]) {
      reference = shop.at.newId("prq")
      const { id, url } = await opened()
      await shop.payAt(url, { card: "4000002760003184" })
      expect(await chargesOf(id)).toBe(0)
      await shop.payAt(`${url}/challenge`, { answer: answer ?? "" })
      await shop.sendNotices()
      await shop.play()
      expect((await read(id)).state).toBe(state)
    }
  })

  test("who walks away can come back to the same page; after the hour the attempt is over", async () => {
    const { id, url } = await opened()
    expect((await start()).redirectUrl).toBe(url)
    shop.at.clock.advance({ minutes: 61 })
    await shop.inShop((ctx) => refreshAttempt(ctx, id))
    await shop.play()
    expect((await read(id)).state).toBe("abandoned")
  })
})

describe("notices", () => {
  async function deliver(body: string, secret = "whsec_of_the_stand_in", ageSeconds = 0) {
    const bytes = new TextEncoder().encode(body)
    const at = Math.floor(shop.at.clock.now().epochMilliseconds / 1_000) - ageSeconds
    const url = new URL(`/webhooks/${shop.endpointId}`, shop.card.baseUrl)
    return fetch(url, {
      method: "POST",
      body: bytes,
      headers: { "sandbox-card-signature": signWebhook({ body: bytes, secrets: [secret], atSeconds: at }) },
    })
  }
  const claim = (attemptId: string, eventId: string) =>
    JSON.stringify({ id: eventId, type: "checkout.paid", data: { reference: attemptId, amount: "1" } })

  test("a signed notice that lies is not believed: the gateway is asked", async () => {
    const { id } = await opened()
    expect((await deliver(claim(id, "evt_lie"))).status).toBe(204)
    await shop.play()
    expect((await read(id)).state).toBe("waiting_for_payer")
  })

  test("forged, stale and truncated ones are refused and leave nothing", async () => {
    const { id } = await opened()
    const body = claim(id, "evt_forged")
    expect((await deliver(body, "a guess")).status).toBe(401)
    expect((await deliver(body, undefined, 301)).status).toBe(401)
    const found = await shop.inShop((ctx) =>
      ctx.db.execute(sql`select 1 from payments.webhook_inbox where event_id = 'evt_forged'`),
    )
    expect(found.rows).toEqual([])
  })

  test("the same event five times is one row and one piece of work", async () => {
    const { id, url } = await opened()
    await shop.payAt(url, approved)
    for (let times = 0; times < 5; times++) await deliver(claim(id, `evt_five_${id}`))
    await shop.play()
    const found = await shop.inShop((ctx) =>
      ctx.db.execute<{ deliveries: number; state: string }>(
        sql`select deliveries, state from payments.webhook_inbox where event_id = ${`evt_five_${id}`}`,
      ),
    )
    expect(found.rows).toEqual([{ deliveries: 5, state: "processed" }])
    expect(await countEvents("payment.settled", id)).toBe(1)
  })

  test("one that comes before the attempt is there waits for it", async () => {
    const early = shop.at.newId("pay")
    await deliver(claim(early, "evt_early"))
    await shop.play()
    const { id, url } = await opened()
    await shop.payAt(url, approved)
    await shop.inShop((ctx) =>
      ctx.db.execute(
        sql`update payments.webhook_inbox set claimed_reference = ${id} where event_id = 'evt_early'`,
      ),
    )
    await shop.play(shop.at.clock.now().add({ seconds: 30 }))
    expect((await read(id)).state).toBe("settled")
  })

  test("a shape we don't know, but signed, is kept for a person", async () => {
    expect((await deliver("{]")).status).toBe(204)
    const found = await shop.inShop((ctx) =>
      ctx.db.execute(sql`select 1 from payments.webhook_inbox where state = 'unreadable'`),
    )
    expect(found.rows).toHaveLength(1)
  })

  test("another tenant's endpoint id is nobody here", async () => {
    await shop.at.inTenant("ten_other", async (ctx) => {
      expect((await listAttempts(ctx, all, { limit: 5 })).items).toEqual([])
    })
    expect(TENANT).not.toBe("ten_other")
  })
})

describe("what the gateway holds wins", () => {
  test("money that comes after we gave the attempt up is written down all the same", async () => {
    const { id, url } = await opened()
    await shop.inShop((ctx) =>
      ctx.db.execute(sql`update payments.attempts set state = 'abandoned' where id = ${id}`),
    )
    await shop.payAt(url, approved)
    await shop.sendNotices()
    await shop.play()
    expect((await read(id)).state).toBe("settled")
  })

  test("another amount than we asked for goes to a person and settles nothing", async () => {
    const { id, url } = await opened()
    await shop.payAt(url, approved)
    await shop.at.database.transactAcrossTenants((db) =>
      db.execute(sql`update sandbox.card_charges set amount_minor = 1 where reference = ${id}`),
    )
    await shop.sendNotices()
    await shop.play()
    expect((await read(id)).state).toBe("waiting_for_payer")
    expect(await countEvents("payment.settled", id)).toBe(0)
    const stuck = await shop.inShop((ctx) =>
      ctx.db.execute<{ why: string }>(
        sql`select why from work.operations where state = 'stuck' and name = 'payments.process-notice'`,
      ),
    )
    expect(stuck.rows.some(({ why }) => why.includes(id))).toBe(true)
  })
})

test("a refund goes back once, however often it is asked for", async () => {
  const { id, url } = await opened()
  await shop.payAt(url, approved)
  await shop.sendNotices()
  await shop.play()
  const ask = () =>
    shop.inShop((ctx) => requestRefund(ctx, { attemptId: id, key: "twice", reason: "requested" }))
  const asked = await Promise.all([ask(), ask(), ask()])
  expect(new Set(asked.map(({ refundId }) => refundId)).size).toBe(1)
  await shop.play()
  expect((await read(id)).state).toBe("refunded")
  const found = await shop.at.database.transactAcrossTenants((db) =>
    db.execute<{ amount: string }>(
      sql`select r.amount_minor as amount from sandbox.card_refunds r join sandbox.card_charges c on c.id = r.charge_id where c.reference = ${id}`,
    ),
  )
  expect(found.rows.map((row) => String(row.amount))).toEqual(["11000"])
  expect(await countEvents("payment.refunded", id)).toBe(1)
})
