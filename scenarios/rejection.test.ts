import { expect, test } from "vitest"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

test("an order that is turned down: nothing is built, the money goes back, and the customer is told", async () => {
  await using company = await testCompany()
  const order = await company.placeOrder({ product: "storage-vps" })
  await company.pay(order.attemptId)
  await company.settle()
  await company.takeEvents()

  const reason = "The same card bought forty servers today."
  const rejected = await company.operator.api.orders.reject({ id: order.orderId, reason })
  expect(rejected).toMatchObject({ state: "rejected", rejectReason: reason })
  await company.settle()
  await company.expectEvents("order.rejected", "invoice.credited", "payment.refunded")

  const seen = await order.by.api.orders.get({ id: order.orderId })
  expect(seen).toMatchObject({ state: "rejected", rejectReason: null, serviceIds: [] })
  expect(seen.items).toMatchObject([{ cycle: "monthly", quantity: 1 }])
  const books = await company.books()
  expect(books.servers).toEqual([])
  expect(books.charges).toMatchObject([{ amountMinor: "44000", refundedMinor: "44000" }])

  const mails = await readMails(company, order.by.email)
  // Mails of one instant have no order among themselves, so the one that says no is looked for by what it says.
  const told = mails.find((mail) => mail.subject === `We could not accept your order ${seen.number}`)
  expect(told?.text).toContain("44,000")
  // What colleagues wrote to each other is nobody else's business.
  for (const mail of mails) expect(mail.text).not.toContain("forty servers")
  await company.checkInvariants()
})
