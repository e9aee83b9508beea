import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

interface Trial {
  readonly days: number
  readonly asksMethod: boolean
  readonly once: "product" | "shop"
}

async function openShop(trial: Trial) {
  const company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { plans } = company.operator.api.catalog.range
  const { items } = await company.visitor.catalog.products.list({ currency: "KRW" })
  const product = items[0]
  const plan = product?.plans[0]
  const id = plan?.id ?? ""
  const { text } = (await plans.get({ id })).versions[0] ?? {}
  if (!text) throw new Error("The demo sells nothing.")
  await plans.saveDraft({ id, ...text, trial })
  const published = await plans.publish({ id, note: "to be tried" })
  expect(published.versions[0]?.changes?.fields.map(({ field }) => field)).toContain("trial.days")
  const shown = (await company.visitor.catalog.products.list({ currency: "KRW" })).items[0]?.plans[0]
  expect(shown?.trial).toEqual(trial)
  const wish = {
    planId: id,
    cycle: "monthly" as const,
    locationId: product?.locations[0]?.id ?? "",
    imageId: product?.images[0]?.id ?? "",
    hostname: "web.example.com",
    wantsTrial: true,
  }
  return { company, wish, by: await company.customer() }
}

type Wish = Awaited<ReturnType<typeof openShop>>["wish"]

async function fill(api: Shopper["api"], wish: Wish) {
  const { token } = await api.orders.carts.create({ currency: "KRW" })
  return api.orders.carts.addItem({ token, ...wish })
}

const agreed = { country: "KR", language: "en", acceptTerms: true } as const

async function leaveCard(company: Company, by: Shopper) {
  const { id } = await by.api.payments.setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, id, { card: "approved" })
  await company.settle()
  return (await by.api.payments.setups.get({ id })).methodId ?? ""
}

async function begin(company: Company, by: Shopper, wish: Wish, methodId?: string) {
  const { token } = await fill(by.api, wish)
  const trial = methodId ? { methodId, agrees: true as const } : undefined
  const order = await by.api.orders.checkout({ cartToken: token, ...agreed, ...(trial ? { trial } : {}) })
  await company.settle()
  const [subscription] = (await by.api.billing.subscriptions.list({})).items
  const id = subscription?.id ?? ""
  return { order, id, now: () => by.api.billing.subscriptions.get({ id }) }
}

async function trialMails(company: Company, by: Shopper) {
  const mails = await readMails(company, by.email)
  return mails.map(({ subject }) => subject).filter((subject) => subject.toLowerCase().includes("trial"))
}

/** Ordered on 2 March 2026, a Monday: free through 15 March, charged on the 16th. */
test("with a card: built at once, told before, charged the day after; once for each customer, and no revenue till then", async () => {
  const { company, wish, by } = await openShop({ days: 14, asksMethod: true, once: "product" })
  await using _ = company
  const seen = await fill(company.visitor, wish)
  expect(seen).toMatchObject({
    total: { minor: "0" },
    items: [{ trial: { days: 14, asksMethod: true, price: { minor: "11000" } }, whyNoTrial: null }],
  })
  const person = {
    name: "Visitor",
    email: "visitor@customer.example",
    password: "a long enough password",
    consents: { age: true as const, privacy: true },
  }
  await expect(
    company.visitor.orders.checkout({ cartToken: seen.token, ...agreed, person }),
  ).rejects.toMatchObject({ code: "orders.trial_needs_sign_in" })
  await expect(begin(company, by, wish)).rejects.toMatchObject({
    code: "orders.trial_needs_method",
    errors: [{ pointer: "/trial/methodId" }],
  })
  const methodId = await leaveCard(company, by)
  const { order, now } = await begin(company, by, wish, methodId)
  expect(order).toMatchObject({ total: { minor: "0" }, paymentRequestId: null })
  expect(await by.api.orders.get({ id: order.id })).toMatchObject({ state: "delivered", invoiceId: null })
  expect((await company.books()).servers).toMatchObject([{ suspended: false }])
  expect(await now()).toMatchObject({
    state: "trialing",
    collection: "automatic",
    periodNumber: 0,
    trial: { days: 14, lastDay: "2026-03-15", chargeOn: "2026-03-16" },
    nextRequestOn: "2026-03-08",
    can: { extend: true, cancel: true },
  })
  const figures = () => company.operator.api.analytics.subscriptions.get({})
  expect((await figures()).recurring).toMatchObject([{ active: { count: 0 }, withPastDue: { count: 0 } }])
  expect((await by.api.billing.subscriptions.upcoming({})).items[0]).toMatchObject({
    dueOn: "2026-03-16",
    periodStart: "2026-03-16",
    periodEnd: "2026-04-16",
  })
  await company.checkInvariants()

  await company.travel({ days: 13 })
  expect(await now()).toMatchObject({ state: "trialing", daysLeft: 0 })
  expect((await company.books()).charges).toEqual([])
  await company.travel({ days: 1 })
  await company.settle()
  expect(await now()).toMatchObject({
    state: "active",
    trial: null,
    periodNumber: 1,
    periodEnd: "2026-04-16",
  })
  const { items: invoices } = await by.api.billing.invoices.list({})
  expect(invoices).toMatchObject([{ total: { minor: "11000" }, state: "paid" }])
  expect(await trialMails(company, by)).toEqual([expect.stringContaining("Your trial ends on 15 March 2026")])
  expect((await figures()).recurring).toMatchObject([{ active: { mrr: { minor: "11000" } } }])
  await company.checkInvariants()

  const again = await fill(by.api, wish)
  expect(again).toMatchObject({ total: { minor: "11000" }, items: [{ trial: null }] })
  expect(again.items[0]?.whyNoTrial).toContain("tried this before")
})

test("without a card: unpaid it stands still and goes; paid late it counts from the payment; given up it costs nothing", async () => {
  const { company, wish, by } = await openShop({ days: 14, asksMethod: false, once: "shop" })
  await using _ = company
  const other = await company.customer()
  const third = await company.customer()
  const unpaid = await begin(company, by, wish)
  const late = await begin(company, other, wish)
  const ended = await begin(company, third, wish)
  expect(await unpaid.now()).toMatchObject({
    state: "trialing",
    collection: "manual",
    trial: { chargeOn: null },
  })
  await ended.now()
  expect(await third.api.billing.subscriptions.cancel({ id: ended.id, at: "end" })).toMatchObject({
    state: "trialing",
    cancelAtEnd: true,
  })
  await company.travel({ days: 7 })
  const requestId = (await late.now()).paymentRequestId ?? ""
  expect(await other.api.billing.paymentRequests.get({ id: requestId })).toMatchObject({
    dueOn: "2026-03-15",
    lines: [{ periodStart: "2026-03-16", periodEnd: "2026-04-16" }],
  })
  await company.travel({ days: 7 })
  await company.settle()
  expect(await ended.now()).toMatchObject({ state: "cancelled" })
  expect(await unpaid.now()).toMatchObject({ state: "suspended", trial: { lastDay: "2026-03-15" } })
  expect(await trialMails(company, by)).toEqual([
    expect.stringContaining("Your trial ends on"),
    expect.stringContaining("Your trial ends on"),
    expect.stringContaining("Your trial ends on"),
    expect.stringContaining("Your trial is over"),
  ])
  await company.travel({ days: 3 })
  const attempt = await other.api.billing.paymentRequests.pay({ id: requestId })
  await company.pay(attempt.id)
  await company.settle()
  expect(await late.now()).toMatchObject({
    state: "active",
    periodStart: "2026-03-19",
    periodEnd: "2026-04-19",
    periodNumber: 1,
  })
  await company.checkInvariants()
  await company.travel({ days: 4 })
  await company.settle()
  expect(await unpaid.now()).toMatchObject({ state: "expired" })
  expect((await by.api.billing.invoices.list({})).items).toEqual([])
  expect((await company.books()).servers).toHaveLength(1)
  await company.checkInvariants()
})

test("agreed to longer before than Korea's thirty days: nobody is charged without agreeing anew", async () => {
  const { company, wish, by } = await openShop({ days: 45, asksMethod: true, once: "product" })
  await using _ = company
  const methodId = await leaveCard(company, by)
  const { id, now } = await begin(company, by, wish, methodId)
  expect(await now()).toMatchObject({
    state: "trialing",
    collection: "manual",
    trial: { lastDay: "2026-04-15", chargeOn: null },
  })
  const agree = () => by.api.billing.subscriptions.chooseCollection({ id, collection: "automatic", methodId })
  await expect(agree()).rejects.toMatchObject({ code: "billing.trial_consent_too_early" })
  await company.travel({ days: 15 })
  expect(await agree()).toMatchObject({ collection: "automatic", trial: { chargeOn: "2026-04-16" } })
  await company.travel({ days: 30 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "active", periodNumber: 1, periodStart: "2026-04-16" })
  await company.checkInvariants()
})
