import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

test("what was bought is paid for from the day it stands, and nobody else sees it", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  const { subscriptions } = buyer.api.billing
  expect((await subscriptions.list({})).items).toEqual([])
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription, ...others] = (await subscriptions.list({})).items
  expect(others).toEqual([])
  const { serviceIds, total, invoiceId } = await buyer.api.orders.get({ id: order.orderId })
  expect(subscription).toMatchObject({
    state: "active",
    subject: serviceIds[0],
    orderId: order.orderId,
    price: total,
    cycle: "monthly",
    collection: "manual",
    periodNumber: 1,
    periodStart: "2026-03-02",
    periodEnd: "2026-04-02",
    lastDay: "2026-04-01",
    daysLeft: 30,
    nextRequestOn: "2026-03-25",
  })
  // The paper was issued before that day was known: its page says what it pays for.
  expect(await buyer.api.billing.invoices.get({ id: invoiceId ?? "" })).toMatchObject({
    lines: [{ periodStart: "2026-03-02", periodEnd: "2026-04-02" }],
  })
  const id = subscription?.id ?? ""
  // Staff see the same and what it brought, may give time for nothing and agree to longer pauses.
  const seen = {
    ...subscription,
    can: { ...subscription?.can, grant: true, free: true, pauseLast: "2027-04-02" },
    paidTotal: total,
  }
  expect(await company.operator.api.billing.subscriptions.get({ id })).toEqual(seen)
  const stranger = await company.customer()
  await expect(stranger.api.billing.subscriptions.get({ id })).rejects.toThrow("billing.subscription_missing")
  await company.checkInvariants()
})
