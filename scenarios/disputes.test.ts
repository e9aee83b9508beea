import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

/** A server for 11,000 won, and a part of it that staff give back for a bad day. */
async function sell(company: Company) {
  const order = await company.placeOrder()
  await company.pay(order.attemptId)
  await company.settle()
  const { invoiceId } = await order.by.api.orders.get({ id: order.orderId })
  const invoice = await order.by.api.billing.invoices.get({ id: invoiceId ?? "" })
  const charge = (await company.books()).charges.find(({ reference }) => reference === order.attemptId)
  const tellBank = async (what: "dispute" | "dispute/lose") => {
    await company.request(`/sandbox/card/control/charges/${charge?.id}/${what}`, { method: "POST" })
    await company.settle({ within: { minutes: 1 } })
  }
  const giveBack = (minor: string) =>
    company.operator.api.billing.creditNotes.issue({
      id: invoice.id,
      reason: "a bad day",
      lines: [{ lineId: invoice.lines[0]?.id ?? "", gross: won(minor) }],
    })
  const sent = async () => {
    const { charges } = await company.books()
    return charges.find(({ reference }) => reference === order.attemptId)?.refundedMinor
  }
  return { invoice, tellBank, giveBack, sent }
}

/** What the books hold, as its side of the balance has it. */
async function booksOf(company: Company) {
  const { currencies } = await company.operator.api.ledger.trialBalance.get({})
  const rows = currencies.find(({ currency }) => currency === "KRW")?.rows ?? []
  const of = (account: string) => rows.find((row) => row.account === account)?.closing.minor ?? "0"
  return {
    cash: of("cash:sandbox-card"),
    disputed: of("disputed:sandbox-card"),
    losses: of("losses:chargeback"),
    owed: of("unapplied"),
  }
}

test("a refund that was asked for and not answered when a dispute opens waits, and is sent once after the bank's no", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { tellBank, giveBack, sent } = await sell(company)
  await company.fault("card", { call: "refunds.create", fault: "error_500", remaining: 50 })
  await giveBack("4000")
  await company.settle({ within: { seconds: 0 } })
  expect(await sent()).toBe("0")
  await company.clearFaults("card")
  await tellBank("dispute")
  // It is tried again for an hour: nothing goes out while the bank has the money.
  await company.settle({ within: { hours: 1 } })
  expect(await sent()).toBe("0")
  expect(await booksOf(company)).toEqual({
    cash: "0",
    disputed: "11000",
    losses: "0",
    owed: "-4000",
  })
  await company.travel({ days: 2 })
  expect(await sent()).toBe("0")
  await tellBank("dispute")
  await company.settle()
  expect(await sent()).toBe("4000")
  expect(await booksOf(company)).toEqual({ cash: "7000", disputed: "0", losses: "0", owed: "0" })
  await company.checkInvariants()
})

test("a refund that had been sent and whose answer was lost lowers what the bank holds", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { tellBank, giveBack, sent } = await sell(company)
  await company.fault("card", { call: "refunds.create", fault: "error_500_after_success", remaining: 1 })
  await giveBack("4000")
  await company.settle({ within: { seconds: 0 } })
  await tellBank("dispute")
  await company.settle({ within: { hours: 1 } })
  expect(await sent()).toBe("4000")
  const held = { cash: "0", disputed: "7000", losses: "0", owed: "0" }
  expect(await booksOf(company)).toEqual(held)
  await tellBank("dispute/lose")
  await company.settle()
  expect(await booksOf(company)).toEqual({
    cash: "-20000",
    disputed: "0",
    losses: "7000",
    owed: "0",
  })
  await company.checkInvariants()
})

test("a refund that waits when the dispute is lost is withdrawn: what was the customer's anyway is no loss", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { billing, audit } = company.operator.api
  const { invoice, tellBank, giveBack, sent } = await sell(company)
  await company.fault("card", { call: "refunds.create", fault: "error_500", remaining: 50 })
  await giveBack("4000")
  await company.settle({ within: { seconds: 0 } })
  expect(await sent()).toBe("0")
  await company.clearFaults("card")
  await tellBank("dispute")
  await expect(giveBack("1000")).rejects.toMatchObject({ code: "payments.disputed" })
  expect((await billing.reissues.preview({ id: invoice.id })).hindrance).not.toBeNull()
  await tellBank("dispute/lose")
  await company.settle()
  expect(await sent()).toBe("0")
  const lost = { cash: "-20000", disputed: "0", losses: "7000", owed: "0" }
  expect(await booksOf(company)).toEqual(lost)
  expect((await audit.entries.list({ act: "payments.refund-withdrawn" })).items).toHaveLength(1)
  await company.checkInvariants()

  // The holder was right: a credit note over the rest sends nothing, and what it takes back is no loss.
  await giveBack("3000")
  await company.settle()
  expect(await booksOf(company)).toEqual({ ...lost, losses: "4000" })
  await giveBack("4000")
  await expect(giveBack("1")).rejects.toMatchObject({ code: "billing.nothing_to_credit" })
  await company.settle()
  expect(await sent()).toBe("0")
  expect(await booksOf(company)).toEqual({ ...lost, losses: "0" })
  const paper = await billing.invoices.get({ id: invoice.id })
  expect(paper.creditNotes.map(({ total }) => total.minor)).toEqual(["4000", "3000", "4000"])
  await company.checkInvariants()
})
