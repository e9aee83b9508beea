import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { tearRow } from "#app/testing/tear-row.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { repricingCatchUp } from "#repricing"

// One that a day's run can't deal with: all others of the day are done, it is named, and it is caught up with once.

const words = "A torn page."

async function buy(company: Company) {
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await by.api.billing.subscriptions.list({})).items
  const id = subscription?.id ?? ""
  return { by, id, accountId: by.accountId ?? "", now: () => by.api.billing.subscriptions.get({ id }) }
}

async function stuck({ operator }: Company) {
  const { items } = await operator.api.operations.list({ state: ["stuck"] })
  return items.map(({ name, subjects, why }) => ({ name, subjects, why }))
}

const named = (name: string, id: string) => [
  { name, subjects: [id], why: expect.stringContaining(words) as string },
]

async function countMails(company: Company, by: Shopper, part: string): Promise<number> {
  return (await readMails(company, by.email)).filter(({ subject }) => subject.includes(part)).length
}

test("an order that nobody paid and that can't be taken back", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const [first, bad, last] = [
    await company.placeOrder(),
    await company.placeOrder(),
    await company.placeOrder(),
  ]
  const state = async ({ requestId }: typeof bad) =>
    (await company.operator.api.billing.paymentRequests.get({ id: requestId })).state
  const states = () => Promise.all([first, bad, last].map(state))
  await using torn = await tearRow(company, {
    table: "billing.payment_requests",
    act: "update of state",
    told: "old.id",
    id: bad.requestId,
    words,
  })
  await company.travel({ days: 25 })
  await company.settle()
  expect(await states()).toEqual(["withdrawn", "open", "withdrawn"])
  expect(await stuck(company)).toEqual(named("billing.catch-up", bad.requestId))
  await torn.mend()
  await company.travel({ days: 1 })
  await company.settle()
  expect(await states()).toEqual(["withdrawn", "withdrawn", "withdrawn"])
  expect(await stuck(company)).toEqual([])
  await company.checkInvariants()
})

test("a subscription that the discount for staying can't be given to", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 2 } })
  const all = [await buy(company), await buy(company), await buy(company)] as const
  const [, bad] = all
  const prices = () => Promise.all(all.map(async ({ now }) => (await now()).price.minor))
  await using torn = await tearRow(company, {
    table: "billing.subscriptions",
    act: "update of discounts",
    told: "old.id",
    id: bad.id,
    words,
  })
  await company.operator.api.billing.loyalty.save({ steps: [{ months: 1, percent: 5 }] })
  await company.travel({ days: 1 })
  await company.settle()
  expect(await prices()).toEqual(["10450", "11000", "10450"])
  expect(await stuck(company)).toEqual(named("billing.catch-up", bad.id))
  await torn.mend()
  await company.travel({ days: 1 })
  await company.settle()
  expect(await prices()).toEqual(["10450", "10450", "10450"])
  expect(await stuck(company)).toEqual([])
  const { items } = await company.operator.api.audit.entries.list({ act: "billing.loyalty-earned" })
  expect(items.map(({ subjectId }) => subjectId).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
  await company.checkInvariants()
})

test("a quote that can't be ended after its last day", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 3 } })
  const customer = await company.customer()
  const { quotes } = company.operator.api.paperwork
  const validUntil = company.ground.clock.today("Asia/Seoul").add({ days: 3 }).toString()
  const lines = [{ words: "Work", quantity: 1, unit: { minor: "55000", currency: "KRW" as const } }]
  const send = async () => {
    const wish = { accountId: customer.accountId ?? "", currency: "KRW" as const, lines, validUntil }
    return (await quotes.send({ id: (await quotes.create(wish)).id })).id
  }
  const all = [await send(), await send(), await send()] as const
  const states = () => Promise.all(all.map(async (id) => (await quotes.get({ id })).state))
  await using torn = await tearRow(company, {
    table: "paperwork.quotes",
    act: "update",
    told: "old.id",
    id: all[1],
    words,
  })
  await company.travel({ days: 5 })
  expect(await states()).toEqual(["expired", "sent", "expired"])
  await torn.mend()
  await company.travel({ days: 1 })
  expect(await states()).toEqual(["expired", "expired", "expired"])
  await company.checkInvariants()
})

test("a customer whose mail of what is to be paid can't be written", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 4 } })
  const all = [await buy(company), await buy(company), await buy(company)] as const
  const [, bad] = all
  const mails = () => Promise.all(all.map(({ by }) => countMails(company, by, "Please extend")))
  await using torn = await tearRow(company, {
    table: "billing.collecting_notes",
    act: "update",
    told: "old.account_id",
    id: bad.accountId,
    words,
  })
  await company.travel({ days: 24 })
  await company.settle()
  expect(await mails()).toEqual([1, 0, 1])
  expect(await stuck(company)).toEqual(named("billing.catch-up", bad.accountId))
  await torn.mend()
  await company.travel({ days: 1 })
  await company.settle()
  expect(await mails()).toEqual([1, 1, 1])
  expect(await stuck(company)).toEqual([])
  await company.checkInvariants()
})

/** A version of the smallest server that is dearer by the month. */
async function publishDearer({ operator }: Company): Promise<string> {
  const { products, plans } = operator.api.catalog.range
  const planId = (await products.list()).items[0]?.plans[0]?.id ?? ""
  const text = (await plans.get({ id: planId })).versions.find(({ isCurrent }) => isCurrent)?.text
  if (!text) throw new Error("The smallest server is not on sale.")
  const { name, resources, packageId } = text
  const prices = { KRW: { ...text.prices.KRW, monthly: { amount: "13200", setupFee: "0" } } }
  await plans.saveDraft({ id: planId, name, resources, packageId, prices })
  await plans.publish({ id: planId })
  return planId
}

test("a customer who can't be told of another price, and one who can't be told that it does not come", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 5 } })
  const all = [await buy(company), await buy(company), await buy(company)] as const
  const [, bad] = all
  const { changes } = company.operator.api.repricing
  const change = await changes.start({ planId: await publishDearer(company) })
  await company.settle()
  const told = () => Promise.all(all.map(({ by }) => countMails(company, by, "new price")))
  const items = {
    table: "repricing.price_change_items",
    act: "update",
    told: "old.account_id",
    id: bad.accountId,
  }
  await using torn = await tearRow(company, { ...items, words })
  await company.travel({ days: 1 })
  await company.settle()
  expect(await told()).toEqual([1, 0, 1])
  expect(await stuck(company)).toEqual(named("repricing.catch-up", bad.accountId))
  await torn.mend()
  await company.travel({ days: 1 })
  await company.settle()
  expect(await told()).toEqual([1, 1, 1])
  expect(await stuck(company)).toEqual([])

  const stays = () => Promise.all(all.map(({ by }) => countMails(company, by, "stays as it is")))
  await using again = await tearRow(company, { ...items, words })
  await changes.stop({ id: change.id })
  await company.settle()
  expect(await stays()).toEqual([1, 0, 1])
  expect(await stuck(company)).toEqual(named("repricing.catch-up", bad.accountId))
  await again.mend()
  // Nothing else of any change is under way by now.
  await company.travel({ days: 1 })
  await company.settle()
  expect(await stays()).toEqual([1, 1, 1])
  expect(await stuck(company)).toEqual([])
  await company.checkInvariants()
})

test("a customer who can't be told that a tax certificate ends", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 6 } })
  const { tax } = company.operator.api
  const from = company.ground.clock.today("Asia/Seoul")
  await tax.registrations.add({ country: "KR", number: "101-81-00001", scheme: "local", from: "2020-01-01" })
  const oss = { country: "IE", number: "EU372000001", scheme: "non_union_oss", from: "2020-01-01" } as const
  await tax.registrations.add(oss)
  const austrian = async () => {
    const by = await company.customer({ country: "AT" })
    const certificate = { country: "AT", number: "EX-1", reference: "ex-1.pdf", from: from.toString() }
    const id = by.accountId ?? ""
    await tax.exemptions.add({ ...certificate, id, until: from.add({ days: 5 }).toString() })
    return { by, id }
  }
  const all = [await austrian(), await austrian(), await austrian()] as const
  const [, bad] = all
  const mails = () => Promise.all(all.map(({ by }) => countMails(company, by, "EX-1")))
  await using torn = await tearRow(company, {
    table: "tax.exemptions",
    act: "update",
    told: "old.account_id",
    id: bad.id,
    words,
  })
  await company.travel({ days: 1 })
  await company.settle()
  expect(await mails()).toEqual([1, 0, 1])
  expect(await stuck(company)).toEqual(named("tax.catch-up", bad.id))
  await torn.mend()
  await company.travel({ days: 1 })
  await company.settle()
  expect(await mails()).toEqual([1, 1, 1])
  expect(await stuck(company)).toEqual([])
  await company.checkInvariants()
})

test("a customer who is left out of two things is named for both, and for each once", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 7 } })
  const { accountId } = await company.customer()
  const leftOut = [{ item: accountId ?? "", error: new Error(words) }]
  for (const what of ["tell", "tell corrected", "tell"] as const) {
    await company.ground.inTenant(company.tenant, (ctx) => repricingCatchUp.leaveOut(ctx, what, leftOut))
  }
  const { items } = await company.operator.api.operations.list({ name: "repricing.catch-up" })
  expect(items.map(({ subjects }) => subjects)).toEqual([[accountId], [accountId]])
})
