import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

/** The smallest server for a month at 11,000 won, from 2 March to 1 April; a larger one costs 22,000. */
async function buyServer(company: Company) {
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await buyer.api.billing.subscriptions.list({})).items
  const id = subscription?.id ?? ""
  const serviceId = subscription?.subject ?? ""
  const preview = await buyer.api.orders.planChanges.preview({ id: serviceId })
  const [larger] = preview.options
  const request = async () => {
    const { paymentRequestId } = await buyer.api.billing.subscriptions.get({ id })
    return paymentRequestId ? buyer.api.billing.paymentRequests.get({ id: paymentRequestId }) : undefined
  }
  const wish = {
    id: serviceId,
    planId: larger?.planId ?? "",
    when: "at_end" as const,
    expected: { outcome: "nothing" as const, amount: won("22000") },
  }
  const pay = async () => {
    const attempt = await buyer.api.billing.paymentRequests.pay({ id: (await request())?.id ?? "" })
    await company.pay(attempt.id)
    await company.settle()
  }
  return { buyer, id, serviceId, larger, wish, request, pay }
}

test("another plan with the next time: nothing now, the renewal asks for its price, the server follows on its day", async () => {
  await using company = await testCompany()
  const { buyer, id, serviceId, larger, wish, request, pay } = await buyServer(company)
  const { planChanges } = buyer.api.orders
  expect(larger).toMatchObject({ moments: ["now", "at_end"], price: won("22000") })
  const wrong = { ...wish, expected: { outcome: "nothing" as const, amount: won("1") } }
  await expect(planChanges.request(wrong)).rejects.toThrow("orders.change_differs")
  expect(await planChanges.request(wish)).toMatchObject({ state: "planned", paymentRequestId: null })
  expect(await planChanges.preview({ id: serviceId })).toMatchObject({
    nextOn: "2026-04-02",
    planned: { planId: wish.planId, on: "2026-04-02", price: won("22000"), isPaid: false },
  })
  expect(await buyer.api.billing.subscriptions.get({ id })).toMatchObject({ price: won("11000") })

  await company.travel({ days: 22 })
  expect(await company.operator.api.billing.renewalRun.preview({})).toMatchObject({
    stops: [],
    changes: [{ now: won("22000"), before: won("11000") }],
  })
  await company.travel({ days: 1 })
  expect(await request()).toMatchObject({ total: won("22000"), lines: [{ periodStart: "2026-04-02" }] })
  await pay()
  expect(await planChanges.preview({ id: serviceId })).toMatchObject({ planned: { isPaid: true } })
  await expect(planChanges.takeBack({ id: serviceId })).rejects.toThrow("orders.nothing_planned")
  expect((await company.books()).servers[0]).toMatchObject({ packageId: 7 })
  await company.travel({ days: 8 })
  expect((await company.books()).servers[0]).toMatchObject({ packageId: 8 })
  expect(await buyer.api.provisioning.services.get({ id: serviceId })).toMatchObject({
    planName: larger?.planName,
  })
  expect(await planChanges.preview({ id: serviceId })).toMatchObject({ planned: null, planId: wish.planId })
  await company.checkInvariants()
})

test("taken back before it is paid, also when it was asked for already; more time at the old plan puts it off", async () => {
  await using company = await testCompany()
  const { buyer, id, serviceId, wish, request, pay } = await buyServer(company)
  const { planChanges } = buyer.api.orders
  await planChanges.request(wish)
  await company.travel({ days: 23 })
  expect(await request()).toMatchObject({ total: won("22000") })
  expect(await planChanges.takeBack({ id: serviceId })).toMatchObject({ planned: null })
  expect(await request()).toMatchObject({ total: won("11000") })
  expect(await buyer.api.billing.subscriptions.get({ id })).toMatchObject({ price: won("11000") })
  await pay()

  await planChanges.request(wish)
  await buyer.api.billing.subscriptions.extend({ id, cycles: 1 })
  expect(await request()).toMatchObject({ total: won("11000") })
  await pay()
  expect(await planChanges.preview({ id: serviceId })).toMatchObject({
    planned: { on: "2026-06-02", isPaid: false },
  })
  await company.checkInvariants()
})

test("the shop decides when: downwards and upwards, and staff of no shop but their own", async () => {
  await using company = await testCompany()
  const { buyer, serviceId, wish } = await buyServer(company)
  const { policy } = company.operator.api.orders.planChanges
  expect(await policy.get()).toEqual({ up: "choice", down: "choice" })
  await policy.save({ up: "now", down: "at_end" })
  const { planChanges } = buyer.api.orders
  expect((await planChanges.preview({ id: serviceId })).options[0]).toMatchObject({ moments: ["now"] })
  await expect(planChanges.request(wish)).rejects.toThrow("orders.moment_not_offered")
  await expect(planChanges.policy.save({ up: "choice", down: "choice" })).rejects.toMatchObject({
    status: 403,
  })
})
