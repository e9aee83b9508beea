import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { startAttempt } from "#payments"
import { openPaymentsTest, type PaymentsTest } from "#payments/testing"
import { collectDue } from "./collect-due.ts"
import { findSubscriptionOf } from "./find-subscription-of.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { openSubscription } from "./open-subscription.ts"
import { getPaymentRequest } from "./queries.ts"
import { renewDue } from "./renew-due.ts"
import { settlePaymentRequest } from "./settle-payment-request.ts"
import { startSubscription } from "./start-subscription.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"
import { paymentRequests } from "./tables.ts"
import { sellPlan, testPayment } from "./testing.ts"

/** Named for what happened to peers: renewed twice, asked twice, suspended though paid. Each on its own connection. */
const all = { kind: "all" } as const
let shop: PaymentsTest
let planId: string

beforeAll(async () => {
  shop = await openPaymentsTest()
  planId = await shop.inShop(sellPlan)
})
afterAll(() => shop[Symbol.asyncDispose]())

const settle = (payment: Parameters<typeof settlePaymentRequest>[1]) =>
  shop.inShop((ctx) => settlePaymentRequest(ctx, payment))
const requests = () => shop.inShop((ctx) => ctx.db.select().from(paymentRequests).limit(100))
const periods = () => shop.inShop((ctx) => ctx.db.select().from(subscriptionPeriods).limit(100))
const now = (subject: string) =>
  shop.inShop(async (ctx) => {
    const found = await findSubscriptionOf(ctx, all, subject)
    if (!found) throw new Error(`${subject} is paid for by nothing.`)
    return found
  })

/** Bought today; its first period runs. */
async function subscribe(): Promise<string> {
  const subject = `svc_${randomUUID().slice(0, 8)}`
  await shop.inShop(async (ctx) => {
    await openSubscription(ctx, {
      accountId: shop.accountId,
      subject,
      orderId: null,
      planId,
      versionId: "plv_test",
      priceId: "prc_test",
      words: { en: subject, ko: subject },
      unit: money(11_000n, "KRW"),
      discounts: [],
      cycle: "monthly",
      paidAt: ctx.clock.now(),
      firstInvoiceId: null,
    })
    await startSubscription(ctx, { subject, activatedAt: ctx.clock.now() })
  })
  return subject
}

test("two runs overlapping ask once, and missed days are caught up with once", async () => {
  const subjects = [await subscribe(), await subscribe()]
  const before = (await requests()).length
  shop.at.clock.advance({ days: 29 })
  await Promise.all([1, 2, 3].map(() => shop.inShop((ctx) => renewDue(ctx, ""))))
  const made = (await requests()).slice(before)
  expect(made.map((one) => [one.purpose, one.totalMinor])).toEqual([["renewal", 22_000n]])
  for (const subject of subjects) expect(await now(subject)).toMatchObject({ requestId: made[0]?.id })
  expect(await shop.inShop((ctx) => renewDue(ctx, ""))).toEqual({ next: null, leftOut: [] })
})

test("one payment told six times at once renews once, and both that it was for", async () => {
  const [open] = (await requests()).filter((one) => one.state === "open")
  const request = await shop.inShop((ctx) => getPaymentRequest(ctx, all, open?.id ?? ""))
  const before = (await periods()).length
  const payment = await testPayment(shop, request)
  await Promise.all(Array.from({ length: 6 }, () => settle(payment)))
  const numbers = (await periods()).map((one) => one.number).sort((one, other) => one - other)
  expect(numbers.slice(before)).toEqual([2, 2])
  expect((await shop.inShop((ctx) => getPaymentRequest(ctx, all, request.id))).state).toBe("paid")
})

test("suspended though paid: of a suspension and a payment in one moment the payment counts", async () => {
  const subject = await subscribe()
  shop.at.clock.advance({ days: 25 })
  await shop.inShop((ctx) => renewDue(ctx, ""))
  const { requestId } = await now(subject)
  const request = await shop.inShop((ctx) => getPaymentRequest(ctx, all, requestId ?? ""))
  shop.at.clock.advance({ days: 8 })
  await shop.inShop((ctx) => collectDue(ctx, ""))
  expect(await now(subject)).toMatchObject({ state: "past_due" })
  shop.at.clock.advance({ days: 15 })
  const payment = await testPayment(shop, request)
  // The payment has moved its row, and nobody sees that yet when the day's run comes.
  const paying = await hold((ctx) => settlePaymentRequest(ctx, payment))
  const run = shop.inShop((ctx) => collectDue(ctx, ""))
  await commitOnceAwaited(paying)
  await run
  const paid = await now(subject)
  expect(paid).toMatchObject({ state: "active", periodNumber: 2, requestId: null, suspendedOn: null })
})

test("suspended while money is on its way: a payment that has begun holds it up, and not for ever", async () => {
  const subject = await subscribe()
  shop.at.clock.advance({ days: 25 })
  await shop.inShop((ctx) => renewDue(ctx, ""))
  const { requestId, periodEnd } = await now(subject)
  const { moneyOnItsWayDays, suspendDays } = await shop.inShop(getCollectingPolicy)
  await shop.inShop((ctx) =>
    startAttempt(ctx, {
      reference: requestId ?? "",
      accountId: shop.accountId,
      amount: money(11_000n, "KRW"),
      gateway: "sandbox-card",
      description: "A transfer",
      language: "en",
    }),
  )
  const collectUntil = async (day: Temporal.PlainDate) => {
    while (Temporal.PlainDate.compare(shop.at.clock.today("Asia/Seoul"), day) < 0) {
      shop.at.clock.advance({ days: 1 })
      await shop.inShop((ctx) => collectDue(ctx, ""))
    }
    return now(subject)
  }
  const lastUsable = (periodEnd ?? shop.at.clock.today("Asia/Seoul")).subtract({ days: 1 })
  const held = await collectUntil(lastUsable.add({ days: suspendDays + moneyOnItsWayDays - 1 }))
  expect(held).toMatchObject({ state: "past_due" })
  expect(await collectUntil(lastUsable.add({ days: suspendDays + 2 * moneyOnItsWayDays }))).toMatchObject({
    state: "suspended",
  })
})

test("who looked at an agreement before a run asked for it takes that request along", async () => {
  const subject = await subscribe()
  const { id } = await now(subject)
  shop.at.clock.advance({ days: 29 })
  const run = await hold((ctx) => renewDue(ctx, ""))
  const locked = shop.inShop((ctx) => lockSubscription(ctx, all, id))
  await commitOnceAwaited(run)
  const { subscription, request } = await locked
  expect(subscription.requestId).not.toBeNull()
  expect(request?.id).toBe(subscription.requestId)
})

test("who moves an agreement waits for whoever has its request in hand", async () => {
  const subject = await subscribe()
  shop.at.clock.advance({ days: 29 })
  await shop.inShop((ctx) => renewDue(ctx, ""))
  const { id, requestId } = await now(subject)
  const paying = await hold((ctx) => getPaymentRequest(ctx, all, requestId ?? "", "update"))
  const locked = shop.inShop((ctx) => lockSubscription(ctx, all, id))
  await commitOnceAwaited(paying)
  expect((await locked).request?.id).toBe(requestId)
})

test("who looked at an agreement before its request was paid is told that it moved", async () => {
  const subject = await subscribe()
  shop.at.clock.advance({ days: 29 })
  await shop.inShop((ctx) => renewDue(ctx, ""))
  const { id, requestId } = await now(subject)
  const request = await shop.inShop((ctx) => getPaymentRequest(ctx, all, requestId ?? ""))
  const payment = await testPayment(shop, request)
  const paying = await hold((ctx) => settlePaymentRequest(ctx, payment))
  const locked = shop.inShop((ctx) => lockSubscription(ctx, all, id))
  const payingGoesOn = commitOnceAwaited(paying)
  await expect(locked).rejects.toMatchObject({ code: "billing.subscription_moved" })
  await payingGoesOn
  expect(await now(subject)).toMatchObject({ requestId: null })
})

/** Whatever comes of the waiting, nobody is left waiting. */
async function commitOnceAwaited(held: { commit(): Promise<void> }): Promise<void> {
  try {
    await untilSomebodyWaits()
  } finally {
    await held.commit()
  }
}

/** Has done its part and keeps its rows until it is told to commit. */
async function hold(body: (ctx: Context) => Promise<unknown>) {
  const did = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const isOver = shop.inShop(async (ctx) => {
    await body(ctx)
    did.resolve()
    await gate.promise
  })
  await Promise.race([did.promise, isOver])
  return {
    commit: () => {
      gate.resolve()
      return isOver
    },
  }
}

/** A transaction stands before another one's row: only then it is known who comes second. */
async function untilSomebodyWaits(): Promise<void> {
  for (let look = 0; look < 500; look++) {
    const { rows } = await shop.inShop((ctx) =>
      ctx.db.execute<{ count: number }>(sql`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`),
    )
    if (rows[0]?.count) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error("Nobody waits.")
}
