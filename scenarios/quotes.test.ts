import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

async function planOf(company: Company) {
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  return {
    planId: product.plans[0]?.id ?? "",
    cycle: "monthly" as const,
    locationId: product.locations[0]?.id ?? "",
    imageId: product.images[0]?.id ?? "",
    hostname: "quoted.demo.example",
  }
}

/** A plan, and work beside it. */
async function write(company: Company, customer: Shopper, days: number) {
  const today = company.ground.clock.today("Asia/Seoul")
  return company.operator.api.paperwork.quotes.create({
    accountId: customer.accountId ?? "",
    currency: "KRW",
    lines: [
      { quantity: 1, plan: await planOf(company) },
      { words: "Moving your sites", quantity: 2, unit: won("55000") },
    ],
    validUntil: today.add({ days }).toString(),
    note: "As we spoke.",
  })
}

test("a quote: written, sent with its paper, revised, accepted once, and what it says is ordered, paid and built", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const [customer, other] = [await company.customer(), await company.customer()]
  const { quotes } = company.operator.api.paperwork
  const first = await write(company, customer, 14)
  expect(first).toMatchObject({ state: "draft", number: null, total: won("121000") })
  await expect(customer.api.paperwork.quotes.get({ id: first.id })).rejects.toMatchObject({ status: 404 })
  const sent = await quotes.send({ id: first.id })
  expect(sent).toMatchObject({ state: "sent", number: expect.stringMatching(/^QT-\d{4}-000001$/) })
  await expect(quotes.throwAway({ id: first.id })).rejects.toMatchObject({ code: "paperwork.quote_sent" })
  await expect(other.api.paperwork.quotes.get({ id: first.id })).rejects.toMatchObject({ status: 404 })

  const revised = await quotes.revise({ id: first.id })
  const lines = [
    { quantity: 1, plan: await planOf(company) },
    { words: "Moving your sites", quantity: 1, unit: won("55000") },
  ]
  await quotes.save({ id: revised.id, currency: "KRW", lines, validUntil: revised.validUntil })
  // Until the new one is sent, the old one holds.
  expect((await customer.api.paperwork.quotes.get({ id: first.id })).state).toBe("sent")
  expect(await quotes.send({ id: revised.id })).toMatchObject({ replaces: sent.number, total: won("66000") })
  await expect(customer.api.paperwork.quotes.accept({ id: first.id })).rejects.toMatchObject({
    code: "paperwork.quote_answered",
  })
  await company.settle()
  const { mails } = await company.books()
  expect(mails.filter(({ subject }) => subject.startsWith("Quote QT-"))).toHaveLength(2)
  const paper = await customer.api.paperwork.quotes.pdf({ id: revised.id })
  expect(paper.name).toMatch(/^QT-\d{4}-000002\.pdf$/)

  const accepted = await customer.api.paperwork.quotes.accept({ id: revised.id })
  expect(await customer.api.paperwork.quotes.accept({ id: revised.id })).toEqual(accepted)
  expect((await customer.api.orders.list({})).items).toHaveLength(1)
  const requestId = accepted.requestId ?? ""
  expect(await customer.api.billing.paymentRequests.get({ id: requestId })).toMatchObject({
    total: won("66000"),
    orderId: accepted.orderId,
  })
  const attempt = await customer.api.billing.paymentRequests.pay({ id: requestId })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  expect((await customer.api.orders.get({ id: accepted.orderId ?? "" })).state).toBe("delivered")
  await company.checkInvariants()
})

test("a quote that comes to nothing: declined with a word, or over after its last day and not a day before", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 2 } })
  const customer = await company.customer()
  const { quotes } = company.operator.api.paperwork
  const own = customer.api.paperwork.quotes
  const send = async () => (await quotes.send({ id: (await write(company, customer, 3)).id })).id
  const [declined, late, inTime] = [await send(), await send(), await send()]
  await own.decline({ id: declined, because: "Too dear." })
  expect(await quotes.get({ id: declined })).toMatchObject({
    state: "declined",
    declinedBecause: "Too dear.",
  })
  await expect(own.accept({ id: declined })).rejects.toMatchObject({ code: "paperwork.quote_answered" })
  await company.travel({ days: 3 })
  expect((await own.accept({ id: inTime })).state).toBe("accepted")
  await company.travel({ days: 1 })
  expect(await quotes.get({ id: late })).toMatchObject({ state: "expired" })
  await expect(own.accept({ id: late })).rejects.toMatchObject({ code: "paperwork.quote_over" })
  expect((await quotes.revise({ id: late })).replaces).toMatch(/^QT-/)
  await company.checkInvariants()
})
