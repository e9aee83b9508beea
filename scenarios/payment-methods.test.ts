import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { CardLeaving, Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { fromWire } from "#kit/money.ts"
import { chargeSavedMethod } from "#payments"

const inMemory = { player: { kind: "memory", seed: 1 } } as const

async function leaveCard(company: Company, by: Shopper, card: CardLeaving["card"] = "approved") {
  const { id } = await by.api.payments.setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, id, { card })
  await company.settle()
  const { methodId } = await by.api.payments.setups.get({ id })
  return methodId ?? ""
}

/** An order whose payment page was left with a declined card: its request is open, and nobody is paying it. */
async function orderUnpaid(company: Company, by: Shopper) {
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId, { card: "no-money" })
  await company.settle()
  return order
}

test("one click pays a request with a saved card, and what it pays for is delivered", async () => {
  await using company = await testCompany(inMemory)
  const buyer = await company.customer()
  const methodId = await leaveCard(company, buyer)
  const order = await orderUnpaid(company, buyer)
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: order.requestId, methodId })
  expect(attempt).toMatchObject({ methodId, redirectUrl: null, state: "created" })
  await company.settle()
  expect((await buyer.api.payments.attempts.get({ id: attempt.id })).state).toBe("settled")
  expect((await buyer.api.orders.get({ id: order.orderId })).state).toBe("delivered")
  await company.checkInvariants()
})

test("a bank that wants its holder gets them by a mail; their word there lets the card be charged again", async () => {
  await using company = await testCompany(inMemory)
  const buyer = await company.customer()
  const methodId = await leaveCard(company, buyer, "wants-holder")
  const order = await orderUnpaid(company, buyer)
  const { total } = await buyer.api.billing.paymentRequests.get({ id: order.requestId })
  await company.ground.inTenant(company.tenant, (ctx) =>
    chargeSavedMethod(ctx, {
      reference: order.requestId,
      accountId: buyer.accountId ?? "",
      methodId,
      amount: fromWire(total),
      description: "VPS",
      language: "en",
    }),
  )
  await company.settle()
  const toBuyer = (await company.books()).mails.filter(({ recipient }) => recipient === buyer.email)
  expect(toBuyer.map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining("Please confirm your payment"),
  )
  const [method] = (await buyer.api.payments.methods.list({})).items
  expect(method).toMatchObject({ id: methodId, state: "needs_authentication" })
  expect(method?.words).toContain("confirm payments with this card yourself")
  const byHand = await buyer.api.billing.paymentRequests.pay({ id: order.requestId })
  await company.settle()
  await company.pay(byHand.id, { card: "challenge", keeps: true })
  await company.settle()
  const [again, ...others] = (await buyer.api.payments.methods.list({})).items
  expect(again).toMatchObject({ id: methodId, state: "usable", words: null })
  expect(others).toEqual([])

  // Another's bank wants its holder only above what they confirmed: they are asked all the same, and the card stays usable.
  const second = await company.customer()
  const upTo = await leaveCard(company, second, "up-to")
  const larger = await orderUnpaid(company, second)
  await second.api.billing.paymentRequests.pay({ id: larger.requestId, methodId: upTo })
  await company.settle()
  const toSecond = (await company.books()).mails.filter(({ recipient }) => recipient === second.email)
  expect(toSecond.map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining("Please confirm your payment"),
  )
  expect((await second.api.payments.methods.list({})).items).toMatchObject([{ id: upTo, state: "usable" }])
  await company.checkInvariants()
})

test("who is forgotten leaves no card behind: not here, and not at the gateway", async () => {
  await using company = await testCompany(inMemory)
  const buyer = await company.customer()
  await leaveCard(company, buyer)
  await buyer.api.privacy.own.requestErasure()
  await company.travel({ days: 20 })
  const left = await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute<{ last_four: string; token_sealed: string | null; fingerprint: string }>(sql`
      select last_four, token_sealed, fingerprint from payments.payment_methods
      where account_id = ${buyer.accountId}`),
  )
  expect(left.rows).toEqual([{ last_four: "", token_sealed: null, fingerprint: "" }])
  await company.checkInvariants()
})
