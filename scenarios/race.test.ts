import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { ApiProblem } from "#kit/problem.ts"

/** Several people at the same instant: one effect, and a clear answer for everybody else. */

test("a double-clicked checkout makes one order, whichever click comes first", async () => {
  await using company = await testCompany()
  const buyer = await company.customer()
  const { items } = await company.visitor.catalog.products.list({})
  for (let round = 0; round < 5; round++) {
    const cart = await buyer.api.orders.carts.create({})
    await buyer.api.orders.carts.addItem({
      token: cart.token,
      planId: items[0]?.plans[0]?.id ?? "",
      cycle: "monthly",
      locationId: "seoul",
      imageId: "debian-13",
      hostname: `race-${round}.example.com`,
      quantity: 1,
    })
    const wish = { cartToken: cart.token, country: "KR", language: "en", acceptTerms: true } as const
    const orders = await Promise.all(Array.from({ length: 6 }, () => buyer.api.orders.checkout(wish)))
    expect(new Set(orders.map((order) => order.id)).size).toBe(1)
  }
  expect((await buyer.api.orders.list({})).items).toHaveLength(5)
  await company.settle()
  await company.checkInvariants()
})

test("two tabs that pay one request share one attempt; return and notice at once settle it once", async () => {
  await using company = await testCompany()
  const order = await company.placeOrder()
  const again = await Promise.all(
    Array.from({ length: 6 }, () => order.by.api.billing.paymentRequests.pay({ id: order.requestId })),
  )
  expect(new Set(again.map((attempt) => attempt.id))).toEqual(new Set([order.attemptId]))
  await company.pay(order.attemptId)
  await Promise.all(
    Array.from({ length: 8 }, () => order.by.api.payments.attempts.refresh({ id: order.attemptId })),
  )
  await company.settle()
  const { items } = await order.by.api.billing.invoices.list({})
  expect(items).toHaveLength(1)
  expect((await order.by.api.provisioning.services.list({})).items).toHaveLength(1)
  await company.checkInvariants()
})

test("of two operators who approve a held order at once, one does and the other is told", async () => {
  await using company = await testCompany()
  const order = await company.placeOrder({ product: "storage-vps" })
  await company.pay(order.attemptId)
  await company.settle()
  const outcomes = await press(5, () => company.operator.api.orders.approve({ id: order.orderId }))
  expect(outcomes.done).toBe(1)
  expect(outcomes.refused).toEqual(Array.from({ length: 4 }, () => "orders.order_not_held"))
  await company.settle()
  expect((await order.by.api.provisioning.services.list({})).items).toHaveLength(1)
  await company.checkInvariants()
})

test("approve and reject at once: the order is built or the money goes back, never both", async () => {
  await using company = await testCompany()
  for (let round = 0; round < 3; round++) {
    const order = await company.placeOrder({ product: "storage-vps" })
    await company.pay(order.attemptId)
    await company.settle()
    const { orders } = company.operator.api
    const outcomes = await press(2, (turn) =>
      turn === 0
        ? orders.approve({ id: order.orderId })
        : orders.reject({ id: order.orderId, reason: "not this time" }),
    )
    expect(outcomes.done).toBe(1)
    expect(outcomes.refused).toEqual(["orders.order_not_held"])
    await company.settle()
    const built = (await order.by.api.provisioning.services.list({})).items.length
    const attempt = await order.by.api.payments.attempts.get({ id: order.attemptId })
    expect([built, attempt.state]).toEqual(built === 1 ? [1, "settled"] : [0, "refunded"])
  }
  await company.checkInvariants()
})

test("of people who retry, undo and close one stuck operation at once, one is heard", async () => {
  await using company = await testCompany()
  const order = await buyOnFullPanel(company)
  const { items } = await company.operator.api.operations.list({ state: ["stuck"] })
  const id = items[0]?.id ?? ""
  const { operations } = company.operator.api
  const outcomes = await press(6, (turn) => {
    if (turn % 3 === 0) return operations.retry({ id })
    return turn % 3 === 1
      ? operations.close({ id, reason: "dealt with by hand" })
      : operations.undo({ id, reason: "the customer gave up" })
  })
  expect(outcomes.done).toBeGreaterThanOrEqual(1)
  expect(outcomes.refused.every((code) => code.startsWith("work."))).toBe(true)
  await company.settle()
  expect((await order.by.api.provisioning.services.list({})).items.length).toBeLessThanOrEqual(1)
})

/** Everybody at the same instant. What is refused must be refused in words of ours; anything else is a bug. */
async function press(times: number, act: (turn: number) => Promise<unknown>) {
  const settled = await Promise.allSettled(Array.from({ length: times }, (_, turn) => act(turn)))
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [codeOf(one.reason)] : []))
  return { done: times - refused.length, refused }
}

function codeOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) throw error
  return error.problem.code
}

async function buyOnFullPanel(company: Company) {
  await company.fault("virtfusion", { call: "servers.create.dry-run", fault: "full", remaining: null })
  const order = await company.placeOrder()
  await company.pay(order.attemptId)
  await company.settle()
  return order
}
