import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
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
  await noteAndRenew(company, { buyer, id, accountId: subscription?.accountId ?? "" })
  const stranger = await company.customer()
  await expect(stranger.api.billing.subscriptions.get({ id })).rejects.toThrow("billing.subscription_missing")
  await company.checkInvariants()
})

/** Staff's memo is theirs; the number that the customer orders by stands on what is asked for next. */
async function noteAndRenew(
  company: Company,
  of: { buyer: Awaited<ReturnType<Company["customer"]>>; id: string; accountId: string },
): Promise<void> {
  const { id, accountId } = of
  const [own, staff] = [of.buyer.api.billing, company.operator.api]
  const { subscriptions } = staff.billing
  await subscriptions.update({ id, memo: "Call before the renewal.", purchaseOrder: "PO-7" })
  const edited = await subscriptions.update({ id, memo: " Call in March. " })
  expect(edited).toMatchObject({ memo: "Call in March.", purchaseOrder: "PO-7", collection: "manual" })
  await subscriptions.update({ id, memo: "Call in March." })
  const { items } = await staff.audit.entries.list({ subjectId: id, act: "billing.subscription-edited" })
  // Both of one instant: in no order but their own.
  expect(items.map(({ after }) => after?.["memo"]).toSorted()).toEqual([
    "Call before the renewal.",
    "Call in March.",
  ])
  await expect(subscriptions.update({ id, collection: "automatic" })).rejects.toThrow(
    "billing.no_method_to_charge",
  )
  const inForce = [{ id, memo: null, purchaseOrder: "PO-7" }]
  expect((await own.subscriptions.current({})).items).toMatchObject(inForce)
  expect((await subscriptions.current({ accountId })).items).toMatchObject([{ id }])
  await expect(subscriptions.current({})).rejects.toThrow("billing.account_needed")
  const { paymentRequestId } = await own.subscriptions.renew({ id })
  expect(await own.paymentRequests.get({ id: paymentRequestId })).toMatchObject({ purchaseOrder: "PO-7" })
}
