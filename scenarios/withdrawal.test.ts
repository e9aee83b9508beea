import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

test("whoever ordered takes the unpaid order back; money that was already on its way returns", async () => {
  await using company = await testCompany()
  const order = await company.placeOrder()
  await company.settle({ within: { seconds: 0 } })
  const { orders } = order.by.api
  expect(await orders.withdraw({ id: order.orderId })).toMatchObject({
    state: "withdrawn",
    can: { withdraw: false },
  })
  await expect(orders.withdraw({ id: order.orderId })).rejects.toThrow()
  // The gateway's page was still open in another tab.
  await company.pay(order.attemptId)
  await company.settle()
  const books = await company.books()
  expect(books.charges).toMatchObject([{ amountMinor: "11000", refundedMinor: "11000" }])
  expect(books.servers).toEqual([])
  expect((await order.by.api.billing.invoices.list({})).items).toEqual([])
  expect(await orders.get({ id: order.orderId })).toMatchObject({ state: "withdrawn" })
  await company.checkInvariants()
})

test("a stranger can't withdraw an order, and a paid one stays", async () => {
  await using company = await testCompany()
  const order = await company.placeOrder()
  const stranger = await company.customer()
  await expect(stranger.api.orders.withdraw({ id: order.orderId })).rejects.toThrow()
  await company.pay(order.attemptId)
  await company.settle()
  await expect(order.by.api.orders.withdraw({ id: order.orderId })).rejects.toThrow()
  expect(await order.by.api.orders.get({ id: order.orderId })).toMatchObject({ state: "delivered" })
})

test("an order that nobody pays is withdrawn two weeks after it was due", async () => {
  await using company = await testCompany()
  const order = await company.placeOrder()
  await company.settle({ within: { seconds: 0 } })
  const { dueOn } = await order.by.api.billing.paymentRequests.get({ id: order.requestId })
  const today = company.ground.clock.now().toZonedDateTimeISO("Asia/Seoul").toPlainDate()
  const days = today.until(Temporal.PlainDate.from(dueOn)).days + 14
  await company.travel({ days })
  expect(await order.by.api.orders.get({ id: order.orderId })).toMatchObject({ state: "awaiting_payment" })
  await company.travel({ days: 2 })
  expect(await order.by.api.orders.get({ id: order.orderId })).toMatchObject({ state: "withdrawn" })
  await company.checkInvariants()
})

test("when a build was taken back, the operator gives the money back", async () => {
  await using company = await testCompany()
  await company.fault("virtfusion", { call: "servers.create.dry-run", fault: "full", remaining: null })
  const order = await company.placeOrder()
  await company.pay(order.attemptId)
  await company.settle()
  const { orders, operations } = company.operator.api
  const reason = "No room in that place this month."
  // As long as somebody may still finish the server, the money stays.
  await expect(orders.reject({ id: order.orderId, reason })).rejects.toThrow()
  const { items } = await operations.list({ state: ["stuck"] })
  await operations.undo({ id: items[0]?.id ?? "", reason })
  await company.settle()
  const undone = await orders.get({ id: order.orderId })
  expect(undone).toMatchObject({ state: "paid", needsAttention: true, can: { approve: false, reject: true } })
  expect(await orders.reject({ id: order.orderId, reason })).toMatchObject({
    state: "rejected",
    needsAttention: false,
  })
  await company.settle()
  const books = await company.books()
  expect(books.charges).toMatchObject([{ amountMinor: "11000", refundedMinor: "11000" }])
  expect(books.servers).toEqual([])
  await company.checkInvariants()
})
