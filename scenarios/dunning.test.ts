import { resolve } from "node:path"
import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"

const buildDirectory = resolve(import.meta.dirname, "../build")

/** Bought on 2 March 2026; its last usable day is 1 April, a Wednesday. */
async function buy(company: Company, by: Shopper) {
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [one] = (await by.api.billing.subscriptions.list({})).items
  if (!one) throw new Error("Nothing was subscribed to.")
  return one
}

async function payByCard(company: Company, by: Shopper, id: string) {
  const setup = await by.api.payments.setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, setup.id, { card: "declined-softly" })
  await company.settle()
  const { methodId } = await by.api.payments.setups.get({ id: setup.id })
  await by.api.billing.subscriptions.chooseCollection({
    id,
    collection: "automatic",
    methodId: methodId ?? "",
  })
}

/** Three that nobody paid for: by hand, with a promise until the 14th, and by a card that its bank declines. On 3 April. */
async function openUnpaid() {
  const company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const [hand, promise, card] = [await company.customer(), await company.customer(), await company.customer()]
  const ids = []
  for (const by of [hand, promise, card]) ids.push((await buy(company, by)).id)
  const [byHand = "", promised = "", byCard = ""] = ids
  await payByCard(company, card, byCard)
  await company.travel({ days: 32 })
  await company.settle()
  const { billing } = company.operator.api
  await billing.subscriptions.grace({ id: promised, until: "2026-04-10", reason: "Called: pays soon." })
  const list = async (filter = {}) => (await billing.dunning.list({ limit: 100, ...filter })).items
  const nextOf = async (id: string) => (await list()).find((one) => one.subscriptionId === id)?.next
  return { company, billing, hand, byHand, promised, byCard, list, nextOf }
}

test("all that is overdue stands by what happens next, and on that day it happens", async () => {
  const { company, billing, hand, byHand, promised, byCard, list, nextOf } = await openUnpaid()
  await using _ = company
  const listed = await list()
  expect(listed.map(({ subscriptionId, next }) => [subscriptionId, next])).toEqual([
    [byCard, { step: "charge", on: "2026-04-04" }],
    [byHand, { step: "suspend", on: "2026-04-08" }],
    [promised, { step: "suspend", on: "2026-04-13" }],
  ])
  const owed = { minor: "11000", currency: "KRW" }
  expect(listed[0]).toMatchObject({ owed, daysOverdue: 2, lastDay: "2026-04-01" })
  expect(listed[0]?.decline).toMatchObject({ on: "2026-04-02" })
  expect(listed[2]).toMatchObject({ promisedUntil: "2026-04-10", decline: null })
  expect((await billing.dunning.sums({})).items).toEqual([
    { subscriptions: 3, owed: { minor: "33000", currency: "KRW" } },
  ])
  expect(await list({ step: "charge" })).toHaveLength(1)
  expect((await billing.dunning.sums({ step: "suspend" })).items[0]).toMatchObject({ subscriptions: 2 })
  const paged = []
  for (let after: string | undefined; ; ) {
    const page = await billing.dunning.list({ limit: 1, ...(after ? { after } : {}) })
    paged.push(...page.items)
    if (!page.next) break
    after = page.next
  }
  expect(paged).toEqual(listed)
  // Its customer sees their own, and nothing else.
  const own = (await hand.api.billing.dunning.list({})).items
  expect(own.map(({ subscriptionId }) => subscriptionId)).toEqual([byHand])

  // Nothing is suspended on a weekend, and a product can have days of its own.
  const policy = await billing.collectingPolicy.get()
  await billing.collectingPolicy.save({ ...policy, suspendDays: 3 })
  expect(await nextOf(byHand)).toEqual({ step: "suspend", on: "2026-04-06" })
  const { id: productId } = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const days = { productId, reminderDays: [1], suspendDays: 20, terminateDays: 40 }
  await billing.collectingPolicy.save({ ...policy, products: [days] })
  expect(await nextOf(byHand)).toEqual({ step: "suspend", on: "2026-04-21" })
  await billing.collectingPolicy.save(policy)

  await company.travel({ days: 5 })
  await company.settle()
  const { subscriptions } = billing
  expect(await subscriptions.get({ id: byHand })).toMatchObject({ state: "suspended" })
  expect(await nextOf(byHand)).toEqual({ step: "delete", on: "2026-05-01" })
  expect(await subscriptions.get({ id: promised })).toMatchObject({ state: "past_due" })
  await company.travel({ days: 5 })
  expect(await subscriptions.get({ id: promised })).toMatchObject({ state: "suspended" })
  await company.travel({ days: 17 })
  expect(await subscriptions.get({ id: byHand })).toMatchObject({ state: "suspended" })
  await company.travel({ days: 1 })
  expect(await subscriptions.get({ id: byHand })).toMatchObject({ state: "expired" })
  expect(await nextOf(byHand)).toBeUndefined()
})

test("its page says so in both languages, filters, and gives the same as a file", async () => {
  const { company } = await openUnpaid()
  await using _ = company
  const staff = await signIn(company)
  const page = await see(company, "/admin/dunning", staff)
  for (const text of ["3 subscriptions, ₩33,000", "Charge on 4 Apr 2026", "/admin/export/dunning"]) {
    expect(page).toContain(text)
  }
  expect(await see(company, "/ko/admin/dunning", staff)).toContain("미납 현황")
  expect(await see(company, "/admin/dunning?step=charge", staff)).not.toContain("Suspend on 8")
  const file = await see(company, "/admin/export/dunning?step=suspend", staff)
  expect(file.trim().split("\n")).toHaveLength(3)
  expect(file).toContain("2026-04-08")
})

async function see(company: Company, path: string, cookie: string): Promise<string> {
  const answer = await company.request(path, { headers: { cookie } })
  const text = await answer.text()
  expect([path, answer.status]).toEqual([path, 200])
  return text
}

async function signIn(company: Company) {
  const { email, password } = demoPeople.operator
  const answer = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
