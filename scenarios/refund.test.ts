import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

/** A server for a month at 11,000 won, paid and delivered on 2 March: 31 days. */
async function buyServer(company: Awaited<ReturnType<typeof testCompany>>) {
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await buyer.api.billing.subscriptions.list({})).items
  const { invoiceId } = await buyer.api.orders.get({ id: order.orderId })
  return {
    buyer,
    id: subscription?.id ?? "",
    invoiceId: invoiceId ?? "",
    serviceId: subscription?.subject ?? "",
  }
}

test("a purchase taken back on day 5: the law's figure, a credit note at the original's rates, and the card", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, id, invoiceId, serviceId } = await buyServer(company)
  await company.travel({ days: 5 })
  const { refunds, invoices, creditNotes } = buyer.api.billing
  const [purchase, ...others] = (await refunds.preview({ id })).purchases
  expect(others).toEqual([])
  // 11,000 × 26/31.
  const amount = { minor: "9226", currency: "KRW" } as const
  expect(purchase).toMatchObject({
    paid: { minor: "11000", currency: "KRW" },
    dayZero: "2026-03-02",
    usedDays: 5,
    totalDays: 31,
    statutory: { basis: "by_days", amount, lastDay: "2026-03-09", isOpen: true },
    policy: { basis: "by_days_less_discount", amount, lastDay: "2026-03-16", isOpen: true },
    pays: "statutory",
    amount,
    together: { amount, effect: "ends" },
  })
  const periodId = purchase?.periodId ?? ""
  const stranger = await company.customer()
  await expect(stranger.api.billing.refunds.preview({ id })).rejects.toThrow("billing.subscription_missing")
  const wrong = refunds.request({ id, periodId, expected: { minor: "11000", currency: "KRW" } })
  await expect(wrong).rejects.toThrow("billing.refund_changed")

  await company.takeEvents()
  const taken = await refunds.request({ id, periodId, expected: amount })
  expect(taken).toMatchObject({ amount, effect: "ends" })
  await expect(refunds.request({ id, periodId, expected: amount })).rejects.toThrow(
    "billing.purchase_missing",
  )
  await company.settle()
  await company.expectEvents(
    "invoice.credited",
    "purchase.taken_back",
    "subscription.ended",
    "payment.refunded",
  )

  const books = await company.books()
  expect(books.charges).toMatchObject([{ amountMinor: "11000", refundedMinor: "9226" }])
  const paper = await invoices.get({ id: invoiceId })
  expect(paper.credited).toEqual(amount)
  expect(paper.creditNotes).toMatchObject([
    // 1,000 of tax × 9,226/11,000 = 838.7.
    { number: "CN-2026-000001", cause: "withdrawal", total: amount, tax: { minor: "839", currency: "KRW" } },
  ])
  const pdf = await creditNotes.pdf({ id: paper.creditNotes[0]?.id ?? "", language: "ko" })
  expect(pdf.size).toBeGreaterThan(5_000)
  const subscription = await buyer.api.billing.subscriptions.get({ id })
  expect(subscription).toMatchObject({ state: "cancelled", nextRequestOn: null, paidTotal: null })
  const { paidTotal } = await company.operator.api.billing.subscriptions.get({ id })
  expect(paidTotal).toEqual({ minor: "1774", currency: "KRW" })
  // It stops at once, and is deleted later or by a person.
  const service = await buyer.api.provisioning.services.get({ id: serviceId })
  expect(service).toMatchObject({ state: "suspended" })
  expect((await refunds.preview({ id })).purchases).toEqual([])
  await company.checkInvariants()
})

test("after both windows nothing is offered, and asking all the same is refused", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, id } = await buyServer(company)
  await company.travel({ days: 15 })
  const [purchase] = (await buyer.api.billing.refunds.preview({ id })).purchases
  expect(purchase).toMatchObject({ pays: null, together: null, amount: { minor: "0", currency: "KRW" } })
  const ask = buyer.api.billing.refunds.request({
    id,
    periodId: purchase?.periodId ?? "",
    expected: { minor: "0", currency: "KRW" },
  })
  await expect(ask).rejects.toThrow("billing.refund_window_over")
})

test("staff take back a part, then the rest, and never more: the database says so too", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, invoiceId } = await buyServer(company)
  const { invoices, creditNotes } = company.operator.api.billing
  const { lines } = await invoices.get({ id: invoiceId })
  const part = (minor: string) => [{ lineId: lines[0]?.id ?? "", gross: { minor, currency: "KRW" as const } }]
  const reason = "A day of trouble in March."
  await creditNotes.issue({ id: invoiceId, lines: part("4000"), reason })
  await expect(creditNotes.issue({ id: invoiceId, lines: part("7001"), reason })).rejects.toThrow(
    "billing.nothing_to_credit",
  )
  const [one, other] = await Promise.allSettled([
    creditNotes.issue({ id: invoiceId, lines: part("5000"), reason }),
    creditNotes.issue({ id: invoiceId, lines: part("5000"), reason }),
  ])
  expect([one.status, other.status].sort()).toEqual(["fulfilled", "rejected"])
  const rest = await creditNotes.issue({ id: invoiceId, reason })
  expect(rest.total).toEqual({ minor: "2000", currency: "KRW" })
  await expect(creditNotes.issue({ id: invoiceId, reason })).rejects.toThrow("billing.nothing_to_credit")
  await company.settle()
  const paper = await buyer.api.billing.invoices.get({ id: invoiceId })
  const sum = (pick: (note: (typeof paper.creditNotes)[number]) => { minor: string }) =>
    paper.creditNotes.reduce((total, note) => total + BigInt(pick(note).minor), 0n)
  expect([sum(({ total }) => total), sum(({ tax }) => tax)]).toEqual([11_000n, 1_000n])
  expect((await company.books()).charges).toMatchObject([{ amountMinor: "11000", refundedMinor: "11000" }])
  await company.checkInvariants()
})

test("a cancelled extension only moves the end back, and the same time can be bought again", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, id, serviceId } = await buyServer(company)
  const { subscriptions, refunds, paymentRequests } = buyer.api.billing
  const extend = async () => {
    const { paymentRequestId } = await subscriptions.extend({ id, cycles: 1 })
    const attempt = await paymentRequests.pay({ id: paymentRequestId })
    await company.settle()
    await company.pay(attempt.id)
    await company.settle()
  }
  await company.travel({ days: 10 })
  await extend()
  expect(await subscriptions.get({ id })).toMatchObject({ periodEnd: "2026-05-02" })
  await company.travel({ days: 2 })
  const [newest, first] = (await refunds.preview({ id })).purchases
  const amount = { minor: "11000", currency: "KRW" } as const
  // It has not begun, so its days are all left and the law's seven have not even started.
  expect(newest).toMatchObject({ start: "2026-04-02", usedDays: 0, pays: "statutory", amount })
  expect(newest?.together).toEqual({ amount, effect: "end_moves_back" })
  expect(first).toMatchObject({ pays: "policy", usedDays: 12 })
  await refunds.request({ id, periodId: newest?.periodId ?? "", expected: amount })
  await company.settle()
  expect(await subscriptions.get({ id })).toMatchObject({ state: "active", periodEnd: "2026-04-02" })
  expect(await buyer.api.provisioning.services.get({ id: serviceId })).toMatchObject({ state: "active" })
  await company.checkInvariants()
  await extend()
  expect(await subscriptions.get({ id })).toMatchObject({ periodEnd: "2026-05-02" })
  await company.checkInvariants()
})
