import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })
const pays = (minor: string) => ({ outcome: "pay" as const, amount: won(minor) })
const later = (minor: string) => ({ outcome: "nothing" as const, amount: won(minor) })

/** Seats at a price each, from 2 March for a month of 31 days, paid. */
async function agree(company: Company, buyer: Shopper, wish: { quantity: number; price: string }) {
  const { subscriptions } = company.operator.api.billing
  const { items } = await company.operator.api.catalog.products.list({})
  const { id, paymentRequestId } = await subscriptions.create({
    accountId: buyer.accountId ?? "",
    planId: items[0]?.plans[0]?.id ?? "",
    cycle: "monthly",
    currency: "KRW",
    price: won(wish.price),
    reason: "As agreed.",
    quantity: wish.quantity,
    label: "Seats",
  })
  await pay(company, buyer, paymentRequestId)
  return id
}

async function pay(company: Company, buyer: Shopper, requestId: string | null) {
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: requestId ?? "" })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
}

test("more seats are paid by days and had once they are paid; fewer come with the next period, and may be taken back", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const [buyer, stranger] = [await company.customer(), await company.customer()]
  const id = await agree(company, buyer, { quantity: 3, price: "10000" })
  const { subscriptions } = company.operator.api.billing
  const own = buyer.api.billing.subscriptions
  await company.travel({ days: 10 })
  await boundCustomers(company, { buyer, stranger, id })
  await addSeats(company, buyer, id)

  // From 2 April on two are enough: 20,000. Taken back, 50,000 would be asked for again.
  expect((await own.quantity.preview({ id, quantity: 2 })).wish).toMatchObject({
    hindrance: null,
    moments: ["at_end"],
    price: won("20000"),
    parts: [],
  })
  await expect(own.quantity.change({ id, quantity: 2, expected: later("20000") })).rejects.toMatchObject({
    code: "billing.quantity_moment",
  })
  const fewer = { id, quantity: 2, when: "at_end", expected: later("20000") } as const
  expect(await own.quantity.change(fewer)).toMatchObject({ state: "planned", paymentRequestId: null })
  const shown = { quantityNow: 5, quantityFrom: "2026-04-02", quantity: 2, price: won("20000") }
  expect(await own.get({ id })).toMatchObject(shown)
  const [next] = (await own.upcoming({ accountId: buyer.accountId })).items
  expect(next?.amount).toEqual(won("20000"))
  expect(await own.quantity.takeBack({ id })).toMatchObject({ quantity: 5, planned: null })
  expect(await own.get({ id })).toMatchObject({ quantity: 5, quantityFrom: null, price: won("50000") })
  await expect(own.quantity.takeBack({ id })).rejects.toMatchObject({ code: "billing.quantity_not_planned" })
  await own.quantity.change(fewer)

  // The request goes out a week before; a change of mind after it replaces it.
  await company.travel({ days: 15 })
  const asked = async () => {
    const { paymentRequestId } = await own.get({ id })
    return buyer.api.billing.paymentRequests.get({ id: paymentRequestId ?? "" })
  }
  expect((await asked()).total).toEqual(won("20000"))
  await own.quantity.change({ ...fewer, quantity: 4, expected: later("40000") })
  expect((await asked()).total).toEqual(won("40000"))
  await pay(company, buyer, (await asked()).id)
  expect(await own.get({ id })).toMatchObject({ quantityNow: 5, quantity: 4, periodEnd: "2026-05-02" })
  await expect(
    subscriptions.quantity.change({ ...fewer, quantity: 6, expected: later("1") }),
  ).rejects.toThrow("billing.quantity_planned_paid")
  await expect(own.quantity.takeBack({ id })).rejects.toMatchObject({ code: "billing.quantity_not_planned" })
  await company.travel({ days: 8 })
  expect(await own.get({ id })).toMatchObject({ quantityNow: 4, quantityFrom: null })
  // On 4 April 28 of 30 days are left: 40,000 × 28/30 = 37,333 for four, 46,667 for five.
  const { wish } = await own.quantity.preview({ id, quantity: 5 })
  expect(wish).toMatchObject({ unused: won("37333"), due: won("46667"), amount: won("9334") })
  const { items } = await company.operator.api.audit.entries.list({ subjectId: id, limit: 50 })
  expect(new Set(items.map(({ act }) => act))).toEqual(
    new Set([
      ...["asked", "changed", "planned", "kept"].map((one) => `billing.quantity-${one}`),
      ...["set-up", "edited", "renewed"].map((one) => `billing.subscription-${one}`),
    ]),
  )
  await company.checkInvariants()
})

/** Staff say between which numbers the customer may choose; without that they alone choose. */
async function boundCustomers(
  company: Company,
  { buyer, stranger, id }: { readonly buyer: Shopper; readonly stranger: Shopper; readonly id: string },
) {
  const { subscriptions } = company.operator.api.billing
  const own = buyer.api.billing.subscriptions
  const more = { id, quantity: 5, expected: pays("13548") } as const
  expect(await own.get({ id })).toMatchObject({ quantityBounds: null, can: { quantity: false } })
  await expect(own.quantity.change(more)).rejects.toMatchObject({ code: "billing.quantity_not_offered" })
  await expect(subscriptions.update({ id, quantityBounds: { least: 9, most: 2 } })).rejects.toMatchObject({
    code: "billing.quantity_bounds_wrong",
  })
  const edited = await subscriptions.update({ id, quantityBounds: { least: 2, most: 9 } })
  expect(edited).toMatchObject({ quantityBounds: { least: 2, most: 9 }, can: { quantity: true } })
  for (const quantity of [1, 10]) {
    await expect(own.quantity.change({ ...more, quantity })).rejects.toMatchObject({
      code: "billing.quantity_out_of_bounds",
      errors: [{ pointer: "/quantity" }],
    })
  }
  await expect(own.quantity.change({ ...more, quantity: 3 })).rejects.toMatchObject({
    code: "billing.quantity_same",
  })
  await expect(stranger.api.billing.subscriptions.quantity.preview({ id })).rejects.toMatchObject({
    status: 404,
  })
  await expect(stranger.api.billing.subscriptions.quantity.change(more)).rejects.toMatchObject({
    status: 404,
  })
}

/** On 12 March, 21 of 31 days left: 30,000 × 21/31 = 20,323 unused; 50,000 × 21/31 = 33,871 due; 13,548 to pay. */
async function addSeats(company: Company, buyer: Shopper, id: string) {
  const own = buyer.api.billing.subscriptions
  const { wish } = await own.quantity.preview({ id, quantity: 5 })
  expect(wish).toMatchObject({
    hindrance: null,
    moments: ["now", "at_end"],
    price: won("50000"),
    parts: [{ oldCharged: won("30000"), newCharged: won("50000"), daysLeft: 21, totalDays: 31 }],
    unused: won("20323"),
    due: won("33871"),
    outcome: "pay",
    amount: won("13548"),
  })
  await expect(own.quantity.change({ id, quantity: 5, expected: pays("13547") })).rejects.toMatchObject({
    code: "billing.quantity_differs",
  })
  // Who chooses again has thought better of it: one request waits, not two.
  await own.quantity.change({ id, quantity: 4, expected: pays("6774") })
  const { paymentRequestId } = await own.quantity.change({ id, quantity: 5, expected: pays("13548") })
  const open = await buyer.api.billing.paymentRequests.list({})
  expect(open.items.filter(({ state }) => state === "open").map(({ total }) => total)).toEqual([won("13548")])
  expect(await own.quantity.preview({ id })).toMatchObject({ quantity: 3, awaited: { quantity: 5 } })
  await pay(company, buyer, paymentRequestId)
  expect(await own.get({ id })).toMatchObject({ quantityNow: 5, quantity: 5, price: won("50000") })
  const { invoices } = buyer.api.billing
  const [first] = (await invoices.list({ limit: 1 })).items
  const paper = await invoices.get({ id: first?.id ?? "" })
  expect(paper.lines.map(({ words, gross }) => [words, gross.minor])).toEqual([
    [expect.stringMatching(/ · Seats \(quantity 3 → 5\)$/), "13548"],
  ])
  const lineId = paper.lines[0]?.id ?? ""
  const told = await invoices.explain({ id: paper.id, lineId, language: "en" })
  expect(told.isSame).toBe(true)
  expect(told.steps.join(" ")).toContain("5 for the same days: ₩50,000 × 21 of 31 days = ₩33,871.")
}

test("staff add seats too; what is too little is given, and money that comes too late goes back", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const buyer = await company.customer()
  const small = await agree(company, buyer, { quantity: 1, price: "100" })
  await company.travel({ days: 10 })
  const { subscriptions } = company.operator.api.billing
  // 68 won unused, 135 due: no card takes 67.
  const given = { id: small, quantity: 2, expected: { outcome: "waived", amount: won("67") } } as const
  expect(await subscriptions.quantity.change(given)).toMatchObject({
    state: "applied",
    paymentRequestId: null,
  })
  expect(await subscriptions.get({ id: small })).toMatchObject({ quantityNow: 2, price: won("200") })

  // Asked for until 2 April; paid when the time is paid until 2 May: it would have been another sum.
  const id = await agree(company, buyer, { quantity: 1, price: "31000" })
  await company.travel({ days: 10 })
  const asked = await subscriptions.quantity.change({ id, quantity: 2, expected: pays("21000") })
  const extended = await buyer.api.billing.subscriptions.extend({ id, cycles: 1 })
  await pay(company, buyer, extended.paymentRequestId)
  await pay(company, buyer, asked.paymentRequestId)
  expect(await subscriptions.get({ id })).toMatchObject({ quantityNow: 1, quantity: 1 })
  const { items } = await company.operator.api.billing.creditNotes.list({})
  expect(items.map(({ total }) => total)).toEqual([won("21000")])

  // On 22 March the rest of this month and all of the next: 31,000 × 11/31 + 31,000.
  const { wish } = await subscriptions.quantity.preview({ id, quantity: 2 })
  expect(wish.amount).toEqual(won("52000"))
  const both = await subscriptions.quantity.change({ id, quantity: 2, expected: pays("52000") })
  await pay(company, buyer, both.paymentRequestId)
  expect(await subscriptions.get({ id })).toMatchObject({ quantityNow: 2, price: won("62000") })
  const figures = await company.operator.api.analytics.subscriptions.get({})
  expect(figures.recurring[0]?.active.mrr).toEqual(won("62200"))
  // A refund counts with both for the days that are left, as they were charged.
  const { purchases } = await buyer.api.billing.refunds.preview({ id })
  expect(purchases.map(({ paid }) => paid)).toEqual([won("62000"), won("62000")])
  await company.checkInvariants()
})
