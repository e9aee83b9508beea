import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

/** The smallest server for a month at 11,000 won, paid and delivered on 2 March: 31 days. */
async function buyServer(company: Company) {
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await buyer.api.billing.subscriptions.list({})).items
  return { buyer, subscriptionId: subscription?.id ?? "", serviceId: subscription?.subject ?? "" }
}

test("up to a larger plan: the difference by days is paid, the package follows, the end stays, and a refund finds both payments", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, subscriptionId, serviceId } = await buyServer(company)
  await company.travel({ days: 10 })
  const { planChanges } = buyer.api.orders
  const preview = await planChanges.preview({ id: serviceId })
  expect(preview).toMatchObject({ on: "2026-03-12", today: "2026-03-12", lastDay: "2026-04-01" })
  const [larger] = preview.options
  // 11,000 × 21/31 = 7,452 unused; 22,000 × 21/31 = 14,903 due.
  const amount = { minor: "7451", currency: "KRW" } as const
  expect(larger).toMatchObject({
    hindrance: null,
    unused: { minor: "7452", currency: "KRW" },
    due: { minor: "14903", currency: "KRW" },
    outcome: "pay",
    amount,
    parts: [{ daysLeft: 21, totalDays: 31, oldCharged: { minor: "11000", currency: "KRW" } }],
  })
  const later = await planChanges.preview({ id: serviceId, on: "2026-04-01" })
  expect(later.options[0]).toMatchObject({ amount: { minor: "355", currency: "KRW" } })

  const planId = larger?.planId ?? ""
  const wrong = planChanges.request({
    id: serviceId,
    planId,
    expected: { outcome: "pay", amount: { ...amount, minor: "1" } },
  })
  await expect(wrong).rejects.toThrow("orders.change_differs")
  const stranger = await company.customer()
  await expect(stranger.api.orders.planChanges.preview({ id: serviceId })).rejects.toThrow("service_missing")
  const change = await planChanges.request({ id: serviceId, planId, expected: { outcome: "pay", amount } })
  expect(change.state).toBe("awaiting_payment")
  expect((await company.books()).servers[0]).toMatchObject({ packageId: 7 })

  const requestId = change.paymentRequestId ?? ""
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: requestId })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  const service = await buyer.api.provisioning.services.get({ id: serviceId })
  expect(service).toMatchObject({ planName: larger?.planName, state: "active" })
  expect((await company.books()).servers[0]).toMatchObject({ packageId: 8 })
  const subscription = await buyer.api.billing.subscriptions.get({ id: subscriptionId })
  expect(subscription).toMatchObject({
    planId,
    periodEnd: "2026-04-02",
    price: { minor: "22000", currency: "KRW" },
  })

  const { invoices, refunds } = buyer.api.billing
  const [paper] = (await invoices.list({ limit: 1 })).items
  const { lines } = await invoices.get({ id: paper?.id ?? "" })
  expect(lines[0]).toMatchObject({ gross: amount, reason: { rule: "plan change by days" } })
  const explained = await invoices.explain({
    id: paper?.id ?? "",
    lineId: lines[0]?.id ?? "",
    language: "en",
  })
  expect(explained).toMatchObject({ isSame: true })
  expect(explained.steps.slice(0, 3)).toEqual([
    "Left of the plan so far: ₩11,000 really charged × 21 of 31 days = ₩7,452.",
    "The other plan for the same days: ₩22,000 × 21 of 31 days = ₩14,903.",
    "The difference: ₩14,903 − ₩7,452 = ₩7,451.",
  ])

  // Two weeks in: 22,000 × 19/31 is worth 13,484. The difference goes first, the rest from the first payment.
  await company.travel({ days: 2 })
  const [purchase] = (await refunds.preview({ id: subscriptionId })).purchases
  expect(purchase).toMatchObject({ pays: "policy", amount: { minor: "13484", currency: "KRW" } })
  await refunds.request({
    id: subscriptionId,
    periodId: purchase?.periodId ?? "",
    expected: { minor: "13484", currency: "KRW" },
  })
  await company.settle()
  const back = (await company.books()).charges.map(({ amountMinor, refundedMinor }) => [
    amountMinor,
    refundedMinor,
  ])
  expect(back.sort()).toEqual([
    ["11000", "6033"],
    ["7451", "7451"],
  ])
  await company.checkInvariants()
})

test("down is refused while the disk is larger; a second choice takes the place of the first", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, serviceId } = await buyServer(company)
  const { planChanges } = buyer.api.orders
  const [middle, large] = (await planChanges.preview({ id: serviceId })).options
  const wish = async (option: typeof middle) => {
    const { outcome, amount } = option ?? {
      outcome: "nothing" as const,
      amount: { minor: "0", currency: "KRW" as const },
    }
    return planChanges.request({ id: serviceId, planId: option?.planId ?? "", expected: { outcome, amount } })
  }
  const first = await wish(middle)
  const second = await wish(large)
  const { paymentRequests } = buyer.api.billing
  expect(await paymentRequests.get({ id: first.paymentRequestId ?? "" })).toMatchObject({
    state: "withdrawn",
  })
  const attempt = await paymentRequests.pay({ id: second.paymentRequestId ?? "" })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  const [down] = (await planChanges.preview({ id: serviceId })).options
  expect(down).toMatchObject({ hindrance: "disk_too_small", outcome: "give_back" })
  await expect(wish(down)).rejects.toThrow("orders.change_not_possible")
  await company.checkInvariants()
})

test("a limited plan is no more changed into than it is bought, and the piece left behind can be sold again", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const first = await buyServer(company)
  const second = await buyServer(company)
  const { plans } = company.operator.api.catalog.range
  const { options, planId: smallId } = await first.buyer.api.orders.planChanges.preview({
    id: first.serviceId,
  })
  const [wanted] = options
  const { planId = "", outcome = "pay", amount = { minor: "0", currency: "KRW" } } = wanted ?? {}
  const stockOf = async (id: string) => (await plans.get({ id })).stock
  for (const id of [planId, smallId]) await plans.save({ id, state: "active", position: 0, stockLimit: 2 })
  await plans.save({ id: planId, state: "active", position: 0, stockLimit: 1 })
  const wish = ({ buyer, serviceId }: typeof first) =>
    buyer.api.orders.planChanges.request({ id: serviceId, planId, expected: { outcome, amount } })

  const change = await wish(first)
  expect(await stockOf(planId)).toEqual({ limit: 1, taken: 1 })
  await expect(wish(second)).rejects.toMatchObject({ code: "catalog.plan_sold_out" })
  // The same one again: what the first wish held is its own.
  const again = await wish(first)
  expect(again.id).not.toBe(change.id)
  expect(await stockOf(planId)).toEqual({ limit: 1, taken: 1 })
  const attempt = await first.buyer.api.billing.paymentRequests.pay({ id: again.paymentRequestId ?? "" })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  expect(await stockOf(planId)).toEqual({ limit: 1, taken: 1 })
  expect(await stockOf(smallId)).toEqual({ limit: 2, taken: 1 })
  await expect(wish(second)).rejects.toMatchObject({ code: "catalog.plan_sold_out" })

  // A wish that nobody pays gives its piece back.
  await plans.save({ id: planId, state: "active", position: 0, stockLimit: 2 })
  await wish(second)
  expect(await stockOf(planId)).toEqual({ limit: 2, taken: 2 })
  await company.travel({ days: 23 })
  expect(await stockOf(planId)).toEqual({ limit: 2, taken: 1 })
  await company.checkInvariants()
})
