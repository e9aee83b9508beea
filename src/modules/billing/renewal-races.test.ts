import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { saveProduct } from "#catalog"
import { plans } from "#catalog/tables"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { openPaymentsTest, type PaymentsTest } from "#payments/testing"
import { collectDue } from "./collect-due.ts"
import { findSubscriptionOf } from "./find-subscription-of.ts"
import { openSubscription } from "./open-subscription.ts"
import { getPaymentRequest } from "./queries.ts"
import { renewDue } from "./renew-due.ts"
import { settlePaymentRequest } from "./settle-payment-request.ts"
import { startSubscription } from "./start-subscription.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"
import { paymentRequests } from "./tables.ts"
import { testPayment } from "./testing.ts"

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
  expect(await shop.inShop((ctx) => renewDue(ctx, ""))).toBeNull()
})

test("one payment told six times at once renews once, and both that it was for", async () => {
  const [open] = (await requests()).filter((one) => one.state === "open")
  const request = await shop.inShop((ctx) => getPaymentRequest(ctx, all, open?.id ?? ""))
  const before = (await periods()).length
  const payment = await testPayment(shop, request)
  await Promise.all(Array.from({ length: 6 }, () => settle(payment)))
  expect((await periods()).slice(before).map((one) => one.number)).toEqual([2, 2])
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
  await Promise.all([
    shop.inShop((ctx) => collectDue(ctx, "")),
    settle(payment),
    shop.inShop((ctx) => collectDue(ctx, "")),
  ])
  const paid = await now(subject)
  expect(paid).toMatchObject({ state: "active", periodNumber: 2, requestId: null, suspendedOn: null })
})

async function sellPlan(ctx: Context): Promise<string> {
  const words = { en: "Test", ko: "시험" }
  await saveProduct(ctx, {
    slug: "test",
    name: words,
    description: words,
    position: 1,
    needsApproval: false,
    locations: [],
    images: [],
    plans: [
      {
        slug: "test-s",
        name: words,
        resources: { cpuCores: 1, memoryMb: 1, storageGb: 1, trafficGb: 1, ipv4: 1 },
        packageId: 1,
        prices: [{ cycle: "monthly", currency: "KRW", amountMinor: 11_000n, setupMinor: 0n }],
      },
    ],
  })
  const [plan] = await ctx.db.select({ id: plans.id }).from(plans).limit(1)
  return plan?.id ?? ""
}
