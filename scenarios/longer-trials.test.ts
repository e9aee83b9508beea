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

async function trialMails(company: Company, by: Shopper) {
  const mails = await readMails(company, by.email)
  return mails.map(({ subject }) => subject).filter((subject) => subject.toLowerCase().includes("trial"))
}

const more = {
  code: "MORE",
  name: "Two weeks more",
  isOn: true,
  kind: "trial",
  percent: null,
  amounts: {},
  trialDays: 14,
  periods: null,
  isExclusive: false,
  planIds: [],
  cycles: [],
  currencies: [],
  countries: [],
  isForNewCustomers: false,
  startsOn: null,
  endsOn: null,
  mostUses: null,
  mostPerCustomer: null,
} satisfies Parameters<Company["visitor"]["catalog"]["coupons"]["create"]>[0]

const make = (
  company: Company,
  wish: Partial<Parameters<typeof company.visitor.catalog.coupons.create>[0]>,
) => company.operator.api.catalog.coupons.create({ ...more, ...wish })

/** Ordered on 2 March 2026: fourteen days and fourteen more are free through 29 March, charged on the 30th. */
test("a coupon makes the trial longer: said before the button, in the mail and on the subscription, and charged the day after", async () => {
  const { company, wish, by } = await openShop({ days: 14, asksMethod: true, once: "product" })
  await using _ = company
  const { id: couponId } = await make(company, {})
  await make(company, { code: "SHORTER", trialDays: 3 })
  await make(company, { code: "TENTH", kind: "percent", percent: 10, trialDays: null })
  const methodId = await leaveCard(company, by)
  const { carts } = by.api.orders
  const { token } = await fill(by.api, wish)
  await carts.addCoupon({ token, code: "SHORTER" })
  await carts.addCoupon({ token, code: "MORE" })
  const cart = await carts.addCoupon({ token, code: "TENTH" })
  expect(cart).toMatchObject({
    total: { minor: "0" },
    items: [
      {
        trial: { days: 28, asksAnew: false, price: { minor: "9900" }, longer: { code: "MORE", days: 14 } },
        discounts: [{ code: "TENTH", amount: { minor: "1100" } }],
      },
    ],
  })
  // The longest alone: they don't add up, and the other one stays unused.
  expect(cart.coupons.map(({ code, why }) => [code, why])).toEqual([
    ["SHORTER", expect.stringContaining("Another coupon makes the trial longer")],
    ["MORE", null],
    ["TENTH", null],
  ])
  await by.api.orders.checkout({ cartToken: token, ...agreed, trial: { methodId, agrees: true } })
  await company.settle()
  const mails = await readMails(company, by.email)
  const received = mails.find(({ subject }) => subject.startsWith("Your order"))
  expect(received?.text).toContain(
    "28 days free of charge, from the day it is ready; 14 of them are from the coupon MORE.",
  )
  expect(received?.text).toContain("is charged with ₩9,900")
  const now = async () => (await by.api.billing.subscriptions.list({})).items[0]
  expect(await now()).toMatchObject({
    state: "trialing",
    collection: "automatic",
    trial: {
      days: 28,
      longer: { code: "MORE", days: 14 },
      lastDay: "2026-03-29",
      chargeOn: "2026-03-30",
    },
    nextRequestOn: "2026-03-22",
    price: { minor: "9900" },
  })
  const used = await company.operator.api.catalog.coupons.redemptions({ id: couponId })
  expect(used.items).toMatchObject([{ amount: { minor: "0", currency: "KRW" } }])
  const shorter = (await company.operator.api.catalog.coupons.list({ code: "SHORTER" })).items
  expect(shorter).toMatchObject([{ uses: 0, trialDays: 3 }])

  // The day on which the plan's own trial would have been charged.
  await company.travel({ days: 14 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "trialing", daysLeft: 13 })
  expect((await company.books()).charges).toEqual([])
  await company.travel({ days: 13 })
  expect((await company.books()).charges).toEqual([])
  await company.travel({ days: 1 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "active", periodNumber: 1, periodStart: "2026-03-30" })
  expect((await by.api.billing.invoices.list({})).items).toMatchObject([
    { total: { minor: "9900" }, state: "paid" },
  ])
  expect(await trialMails(company, by)).toEqual([expect.stringContaining("Your trial ends on 29 March 2026")])
  await company.checkInvariants()
})

test("made longer than Korea's thirty days by a coupon: it is said before, and nobody is charged without agreeing anew", async () => {
  const { company, wish, by } = await openShop({ days: 14, asksMethod: true, once: "product" })
  await using _ = company
  await make(company, { trialDays: 17 })
  const methodId = await leaveCard(company, by)
  const { carts } = by.api.orders
  const { token, items } = await fill(by.api, wish)
  expect(items[0]?.trial).toMatchObject({ days: 14, asksAnew: false, longer: null })
  const cart = await carts.addCoupon({ token, code: "MORE" })
  expect(cart.items[0]?.trial).toMatchObject({ days: 31, asksMethod: true, asksAnew: true })
  await by.api.orders.checkout({ cartToken: token, ...agreed, trial: { methodId, agrees: true } })
  await company.settle()
  const mails = await readMails(company, by.email)
  const received = mails.find(({ subject }) => subject.startsWith("Your order"))
  expect(received?.text).toContain("If you do nothing, it stops and nothing is owed.")
  const now = async () => (await by.api.billing.subscriptions.list({})).items[0]
  expect(await now()).toMatchObject({
    collection: "manual",
    trial: { days: 31, lastDay: "2026-04-01", chargeOn: null },
  })
  const id = (await now())?.id ?? ""
  const agree = () => by.api.billing.subscriptions.chooseCollection({ id, collection: "automatic", methodId })
  await expect(agree()).rejects.toMatchObject({ code: "billing.trial_consent_too_early" })
  await company.travel({ days: 1 })
  expect(await agree()).toMatchObject({ trial: { chargeOn: "2026-04-02" } })
  await company.travel({ days: 30 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "active", periodStart: "2026-04-02" })
  await company.checkInvariants()
})

test("where nothing is tried the coupon is refused and says why; its days belong to it alone", async () => {
  const { company, wish, by } = await openShop({ days: 14, asksMethod: false, once: "product" })
  await using _ = company
  await make(company, {})
  await make(company, { code: "YEARLY", cycles: ["annual"] })
  await make(company, { code: "ABROAD", countries: ["DE"] })
  const { carts } = by.api.orders
  const add = (token: string, code: string) => carts.addCoupon({ token, code })
  const paid = await fill(by.api, { ...wish, wantsTrial: false })
  await expect(add(paid.token, "MORE")).rejects.toMatchObject({
    code: "orders.coupon_trial_not_chosen",
    errors: [{ pointer: "/code" }],
  })
  const { items } = await company.visitor.catalog.products.list({ currency: "KRW" })
  const other = items.flatMap(({ plans }) => plans).find(({ id, trial }) => id !== wish.planId && !trial)
  const untried = await fill(by.api, { ...wish, planId: other?.id ?? "", wantsTrial: false })
  await expect(add(untried.token, "MORE")).rejects.toMatchObject({ code: "orders.coupon_no_trial" })
  const tried = await fill(by.api, wish)
  await expect(add(tried.token, "YEARLY")).rejects.toMatchObject({ code: "catalog.coupon_not_for_these" })
  await carts.addCoupon({ token: tried.token, code: "ABROAD" })
  const order = () => by.api.orders.checkout({ cartToken: tried.token, ...agreed })
  await expect(order()).rejects.toMatchObject({ code: "catalog.coupon_country" })
  await carts.removeCoupon({ token: tried.token, code: "ABROAD" })
  await order()
  await company.settle()
  // Tried before: paid for from the first day, and there is no trial to be longer.
  const again = await fill(by.api, wish)
  await expect(add(again.token, "MORE")).rejects.toMatchObject({ code: "orders.coupon_no_trial" })

  const at = (pointer: string) => ({ errors: [{ pointer }] })
  await expect(make(company, { code: "NONE", trialDays: null })).rejects.toMatchObject({
    code: "catalog.coupon_trial_days_needed",
    ...at("/trialDays"),
  })
  await expect(make(company, { code: "STRAY", kind: "percent", percent: 5 })).rejects.toMatchObject({
    code: "catalog.coupon_trial_days_stray",
    ...at("/trialDays"),
  })
  for (const trialDays of [0, 91]) {
    await expect(make(company, { code: "WRONG", trialDays })).rejects.toMatchObject(at("/trialDays"))
  }
  expect(await make(company, { code: "MOST", trialDays: 90 })).toMatchObject({
    kind: "trial",
    trialDays: 90,
    percent: null,
    periods: null,
  })
})

test("however many try with it at once, no more than its limit get a longer trial", async () => {
  const { company, wish } = await openShop({ days: 14, asksMethod: false, once: "product" })
  await using _ = company
  const { id } = await make(company, { mostUses: 2 })
  const buyers = await Promise.all(Array.from({ length: 5 }, () => company.customer()))
  const carts = await Promise.all(buyers.map(({ api }) => fill(api, wish)))
  const tries = buyers.map((by, at) => ({ by, token: carts[at]?.token ?? "" }))
  for (const { by, token } of tries) await by.api.orders.carts.addCoupon({ token, code: "MORE" })
  const checkout = ({ by, token }: (typeof tries)[number]) =>
    by.api.orders.checkout({ cartToken: token, ...agreed })
  const answers = await Promise.allSettled(tries.map(checkout))
  const codes = answers.map((one) => (one.status === "fulfilled" ? "ordered" : one.reason.code))
  expect(codes.toSorted()).toEqual([
    "catalog.coupon_used_up",
    "catalog.coupon_used_up",
    "catalog.coupon_used_up",
    "ordered",
    "ordered",
  ])
  expect(await company.operator.api.catalog.coupons.get({ id })).toMatchObject({ uses: 2, state: "used_up" })
  const loser = tries[codes.indexOf("catalog.coupon_used_up")]
  if (!loser) throw new Error("Everybody got one.")
  await loser.by.api.orders.carts.removeCoupon({ token: loser.token, code: "MORE" })
  await checkout(loser)
  await company.settle()
  const ends = await Promise.all(
    tries.map(async ({ by }) => (await by.api.billing.subscriptions.list({})).items[0]?.trial?.lastDay),
  )
  const isLoser = (at: number) => tries[at] === loser
  expect(ends).toEqual(
    codes.map((code, at) => (code === "ordered" ? "2026-03-29" : isLoser(at) ? "2026-03-15" : undefined)),
  )
  await company.checkInvariants()
})
