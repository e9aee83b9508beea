import { describe, expect, test } from "vitest"
import type { PlayerOptions } from "./company-player.ts"
import { testCompany } from "./test-company.ts"

const players: readonly PlayerOptions[] = [{ kind: "memory", seed: 1 }, { kind: "dbos" }]

describe.each(players)("a company played by $kind", (player) => {
  test("sells a server, and every book says so once", async () => {
    await using company = await testCompany({ player })
    const order = await company.placeOrder()
    await company.pay(order.attemptId)
    await company.settle()
    const books = await company.books()
    expect(books.charges).toMatchObject([
      { reference: order.attemptId, amountMinor: "11000", currency: "KRW" },
    ])
    expect(books.servers).toMatchObject([{ buildCount: 1 }])
    expect(books.mails.map((mail) => mail.recipient)).toEqual([
      order.by.email,
      order.by.email,
      order.by.email,
    ])
    await company.checkInvariants()
    await company.expectEvents(
      "customer.created",
      "order.placed",
      "payment.settled",
      "invoice.issued",
      "invoice.paid",
      "order.paid",
      "service.activated",
      "order.delivered",
    )
  })
})
