import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

/** The smallest server, a month at 11,000 won from 2 March to 1 April. */
async function buy(company: Company, cycle: "monthly" | "quarterly" | "semiannual" = "monthly") {
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer, cycle })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await buyer.api.billing.subscriptions.list({})).items
  const id = subscription?.id ?? ""
  const requested = async () => {
    const { paymentRequestId } = await buyer.api.billing.subscriptions.get({ id })
    if (!paymentRequestId) return null
    return (await buyer.api.billing.paymentRequests.get({ id: paymentRequestId })).total.minor
  }
  return { buyer, id, requested, now: () => buyer.api.billing.subscriptions.get({ id }) }
}

/** A version of the smallest server with another price for a month. */
async function publish(company: Company, amount: string, acceptedPercent?: number) {
  const { plans } = company.operator.api.catalog.range
  const [product] = (await company.operator.api.catalog.range.products.list()).items
  const planId = product?.plans[0]?.id ?? ""
  const plan = await plans.get({ id: planId })
  const text = plan.versions.find(({ isCurrent }) => isCurrent)?.text
  if (!text) throw new Error("The smallest server is not on sale.")
  const { name, resources, packageId } = text
  const prices = { KRW: { ...text.prices.KRW, monthly: { amount, setupFee: "0" } } }
  await plans.saveDraft({ id: planId, name, resources, packageId, prices })
  const draft = await company.operator.api.repricing.simulate({ planId })
  await plans.publish({ id: planId, ...(acceptedPercent ? { acceptedPercent } : {}) })
  return { planId, draft }
}

/** Every agreement of this one's, as they are asked about. */
async function own(by: Shopper) {
  return (await by.api.repricing.own.list()).items
}

async function subjects(company: Company, by: Shopper): Promise<string[]> {
  return (await readMails(company, by.email)).map(({ subject }) => subject)
}

test("another price: seen before, asked in time, agreed to or not; nobody pays more who did not agree", async () => {
  await using company = await testCompany()
  const [agrees, silent, declines] = [await buy(company), await buy(company), await buy(company)]
  const { planId, draft } = await publish(company, "13200")
  const { repricing, billing } = company.operator.api
  expect(draft.targets).toMatchObject([{ isPublished: false }])
  expect(draft.sums).toMatchObject([
    {
      currency: "KRW",
      subscriptions: 3,
      accounts: 3,
      before: won("33000"),
      after: won("39600"),
      more: { subscriptions: 3, difference: won("6600") },
      mustConsent: 3,
      mustBeTold: 0,
      ends: 0,
      largestPercent: 20,
      firstOn: "2026-04-02",
    },
  ])
  const ends = await repricing.simulate({ planId, withoutConsent: "end", view: "ends" })
  expect(ends.page.items.map(({ endsOn }) => endsOn)).toEqual(["2026-04-01", "2026-04-01", "2026-04-01"])
  expect((await repricing.simulate({ planId, view: "less" })).page.items).toEqual([])
  await expect(agrees.buyer.api.repricing.simulate({ planId })).rejects.toMatchObject({ status: 403 })

  const change = await repricing.changes.start({ planId, note: "dearer power" })
  await company.settle()
  expect(await own(agrees.buyer)).toEqual([])
  // Whom the next runs concern: asked tomorrow, and until they agree at the old price.
  const pending = async (until: string) => (await repricing.changes.pending({ until })).items
  expect(await pending("2026-04-01")).toEqual([])
  const [waits, ...others] = await pending("2026-04-02")
  expect(waits).toMatchObject({
    changeId: change.id,
    state: "waiting",
    need: "consent",
    tellOn: "2026-03-03",
  })
  expect(others).toHaveLength(2)
  await expect(agrees.buyer.api.repricing.changes.pending({ until: "2026-04-02" })).rejects.toMatchObject({
    status: 403,
  })
  await company.travel({ days: 1 })
  const [asked] = await own(agrees.buyer)
  expect(asked).toMatchObject({
    before: won("11000"),
    after: won("13200"),
    firstOn: "2026-04-02",
    answerBy: "2026-04-01",
    withoutConsent: "keep",
    canAnswer: true,
  })
  expect(await subjects(company, agrees.buyer)).toContainEqual(expect.stringContaining("new price"))
  const [other] = await own(declines.buyer)
  const answer = { isAgreed: true, expected: won("13200") }
  await expect(
    agrees.buyer.api.repricing.own.answer({ id: other?.id ?? "", ...answer }),
  ).rejects.toMatchObject({ code: "repricing.change_missing" })
  await expect(
    agrees.buyer.api.repricing.own.answer({ id: asked?.id ?? "", isAgreed: true, expected: won("11000") }),
  ).rejects.toMatchObject({ code: "repricing.price_differs" })
  await agrees.buyer.api.repricing.own.answer({ id: asked?.id ?? "", ...answer })
  await declines.buyer.api.repricing.own.answer({ id: other?.id ?? "", ...answer, isAgreed: false })
  expect(await agrees.now()).toMatchObject({ price: won("13200") })
  expect(await pending("2026-04-02")).toMatchObject([{ state: "told", answerBy: "2026-04-01" }])

  await company.travel({ days: 22 })
  expect(await billing.renewalRun.preview({ on: "2026-03-25" })).toMatchObject({ stops: [] })
  expect(await Promise.all([agrees, silent, declines].map((one) => one.requested()))).toEqual([
    "13200",
    "11000",
    "11000",
  ])
  await company.travel({ days: 8 })
  const { items } = await repricing.changes.items({ id: change.id })
  expect(items.map(({ state }) => state).sort()).toEqual(["kept", "kept", "moved"])
  expect(await repricing.changes.get({ id: change.id })).toMatchObject({ state: "over", failed: 0 })
  await company.checkInvariants()
})

test("where it ends without a consent, it ends on its last day at the old price, unless they agree until then", async () => {
  await using company = await testCompany()
  const [late, never] = [await buy(company), await buy(company)]
  const { planId } = await publish(company, "13200")
  const { repricing } = company.operator.api
  await repricing.changes.start({ planId, withoutConsent: "end" })
  await company.travel({ days: 24 })
  expect([await late.now(), await never.now()]).toMatchObject([{ cancelAtEnd: true }, { cancelAtEnd: true }])
  const [asked] = await own(late.buyer)
  await late.buyer.api.repricing.own.answer({
    id: asked?.id ?? "",
    isAgreed: true,
    expected: won("13200"),
  })
  await company.travel({ days: 1 })
  expect(await late.now()).toMatchObject({ cancelAtEnd: false, price: won("13200") })
  expect(await late.requested()).toBe("13200")
  await company.travel({ days: 7 })
  expect(await never.now()).toMatchObject({ state: "cancelled", price: won("11000") })
  await company.checkInvariants()
})

test("a zero too many is asked about once more; stopped before its day, nobody pays it and everybody hears so", async () => {
  await using company = await testCompany()
  const [one, two] = [await buy(company), await buy(company)]
  const { planId } = await publish(company, "110000", 900)
  const { repricing } = company.operator.api
  await expect(repricing.changes.start({ planId })).rejects.toMatchObject({ code: "repricing.price_jumps" })
  const change = await repricing.changes.start({ planId, acceptedPercent: 900, exceptIds: [two.id] })
  await company.travel({ days: 1 })
  const [asked] = await own(one.buyer)
  await one.buyer.api.repricing.own.answer({ id: asked?.id ?? "", isAgreed: true, expected: won("110000") })
  expect(await one.now()).toMatchObject({ price: won("110000") })
  expect(await own(two.buyer)).toEqual([])

  expect(await repricing.changes.stop({ id: change.id })).toMatchObject({ state: "stopped" })
  await company.settle()
  expect(await one.now()).toMatchObject({ price: won("11000") })
  expect(await subjects(company, one.buyer)).toContain("Your price stays as it is")
  await company.travel({ days: 24 })
  expect([await one.requested(), await two.requested()]).toEqual(["11000", "11000"])
  const again = await repricing.simulate({ planId })
  expect(again.sums).toMatchObject([{ subscriptions: 2, largestPercent: 900 }])
  await company.checkInvariants()
})

test("a price that stays is moved with the others, and nobody asks or tells its customer, neither then nor at a stop", async () => {
  await using company = await testCompany()
  const [rises, stays] = [await buy(company), await buy(company, "quarterly")]
  const later = await buy(company, "semiannual")
  const { planId } = await publish(company, "13200")
  const { repricing, billing } = company.operator.api
  const seen = await repricing.simulate({ planId })
  expect(seen.sums).toMatchObject([
    {
      subscriptions: 3,
      more: { subscriptions: 1 },
      same: { subscriptions: 2, difference: won("0") },
      mustConsent: 1,
      mustBeTold: 0,
      firstOn: "2026-04-02",
      lastOn: "2026-04-02",
    },
  ])
  const same = { direction: "same", need: "none", tellOn: null }
  expect((await repricing.simulate({ planId, view: "same" })).page.items).toMatchObject([same, same])
  const { price } = await stays.now()
  const quiet = [stays.buyer, later.buyer]
  const mailsOf = async () => (await Promise.all(quiet.map((one) => subjects(company, one)))).flat()
  const mails = await mailsOf()

  const { id } = await repricing.changes.start({ planId })
  await company.travel({ days: 36 })
  expect((await own(rises.buyer)).length).toBe(1)
  expect(await own(stays.buyer)).toEqual([])
  const statesOf = async () => {
    const { items } = await repricing.changes.items({ id, direction: "same" })
    expect(items).toMatchObject([
      { ...same, toldAt: null },
      { ...same, toldAt: null },
    ])
    return new Map(items.map(({ subscriptionId, state }) => [subscriptionId, state]))
  }
  expect(Object.fromEntries(await statesOf())).toEqual({ [stays.id]: "moved", [later.id]: "waiting" })
  expect(await repricing.changes.get({ id })).toMatchObject({ counts: { kept: 1 }, staying: 2 })
  expect(await billing.subscriptions.get({ id: stays.id })).toMatchObject({ price })
  const others = (await repricing.simulate({ planId, view: "not_possible" })).page.items
  const hindrances = others.map(({ subscriptionId, hindrance }) => [subscriptionId, hindrance])
  expect(Object.fromEntries(hindrances)).toEqual({ [stays.id]: "already_there", [later.id]: "under_way" })

  await repricing.changes.stop({ id })
  await company.settle()
  expect((await stays.now()).price).toEqual(price)
  expect(Object.fromEntries(await statesOf())).toEqual({ [stays.id]: "stopped", [later.id]: "stopped" })
  expect(await mailsOf()).toEqual(mails)
  await company.checkInvariants()
})

test("what staff give for nothing: simulated, asked and moved from its first paid time, or left as it is for years", async () => {
  await using company = await testCompany()
  const [pays, sponsored, colleague] = [await buy(company), await buy(company), await buy(company)]
  const { repricing, billing } = company.operator.api
  await billing.subscriptions.free({ id: sponsored.id, until: "2026-06-02", reason: "An outage." })
  await billing.subscriptions.free({ id: colleague.id, until: "2030-01-01", reason: "A colleague's own." })
  const { planId, draft } = await publish(company, "13200")
  expect(draft.sums).toMatchObject([
    {
      subscriptions: 2,
      before: won("22000"),
      after: won("26400"),
      more: { subscriptions: 2, difference: won("4400") },
      notPossible: 1,
      firstOn: "2026-04-02",
      lastOn: "2026-07-02",
    },
  ])
  const left = (await repricing.simulate({ planId, view: "not_possible" })).page.items
  expect(left).toMatchObject([{ subscriptionId: colleague.id, hindrance: "free", before: null }])

  const { id } = await repricing.changes.start({ planId })
  await company.travel({ days: 1 })
  await company.settle()
  expect(await own(pays.buyer)).toHaveLength(1)
  expect(await own(sponsored.buyer)).toEqual([])
  await company.travel({ days: 93 })
  await company.settle()
  const [asked] = await own(sponsored.buyer)
  expect(asked).toMatchObject({ before: won("11000"), after: won("13200"), firstOn: "2026-07-02" })
  expect((await sponsored.now()).price).toEqual(won("11000"))
  await sponsored.buyer.api.repricing.own.answer({
    id: asked?.id ?? "",
    isAgreed: true,
    expected: won("13200"),
  })
  await company.travel({ days: 20 })
  await company.settle()
  expect(await sponsored.requested()).toBe("13200")
  expect(await own(colleague.buyer)).toEqual([])
  expect((await repricing.changes.items({ id })).items).toHaveLength(2)
  await company.checkInvariants()
})
