import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { tearRow } from "#app/testing/tear-row.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })
const SUBJECT = "We have corrected a wrong price"

/** The smallest server, a month at 11,000 won from 2 March to 1 April; bought by a business, which is told and not asked. */
async function buy(company: Company) {
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute(sql`update identity.accounts set kind = 'business' where id = ${buyer.accountId}`),
  )
  const [subscription] = (await buyer.api.billing.subscriptions.list({})).items
  const id = subscription?.id ?? ""
  const now = () => buyer.api.billing.subscriptions.get({ id })
  const request = async () =>
    buyer.api.billing.paymentRequests.get({ id: (await now()).paymentRequestId ?? "" })
  const apologies = async () =>
    (await readMails(company, buyer.email)).filter(({ subject }) => subject === SUBJECT)
  return { buyer, id, now, request, apologies }
}

/** One zero too many, published and meant, and everybody moved to it. */
async function publishWrong(company: Company) {
  const { catalog, repricing } = company.operator.api
  const [product] = (await catalog.range.products.list()).items
  const planId = product?.plans[0]?.id ?? ""
  const [first] = (await catalog.range.plans.get({ id: planId })).versions
  if (!first) throw new Error("The smallest server is not on sale.")
  const { name, resources, packageId } = first.text
  const prices = { KRW: { ...first.text.prices.KRW, monthly: { amount: "110000", setupFee: "0" } } }
  await catalog.range.plans.saveDraft({ id: planId, name, resources, packageId, prices })
  await catalog.range.plans.publish({ id: planId, acceptedPercent: 900 })
  const [wrong] = (await catalog.range.plans.get({ id: planId })).versions
  const change = await repricing.changes.start({ planId, acceptedPercent: 900 })
  return { planId, wrongVersionId: wrong?.id ?? "", rightVersionId: first.id, changeId: change.id }
}

test("a wrong price is stopped before anybody is asked; asked all the same, one command puts everything right", async () => {
  await using company = await testCompany()
  const [pays, owes, other] = [await buy(company), await buy(company), await buy(company)]
  const { changeId, ...versions } = await publishWrong(company)
  const { billing, repricing, ledger } = company.operator.api
  await company.travel({ days: 22 })
  expect(await pays.now()).toMatchObject({ price: won("110000") })
  expect(await billing.renewalRun.preview({ on: "2026-03-25" })).toMatchObject({ stops: ["line"] })
  await company.travel({ days: 1 })
  const held = await billing.renewalRun.preview({})
  expect(held).toMatchObject({
    isHeld: true,
    sums: [{ now: won("330000"), before: won("33000"), percent: 900 }],
  })
  expect(await pays.now()).toMatchObject({ paymentRequestId: null })

  await billing.renewalRun.confirm({ sums: held.sums.map(({ now }) => now) })
  await company.settle()
  for (const { buyer, request } of [pays, other]) {
    const attempt = await buyer.api.billing.paymentRequests.pay({ id: (await request()).id })
    await company.pay(attempt.id)
    await company.settle()
  }
  expect(await owes.request()).toMatchObject({ total: won("110000") })

  expect(await repricing.corrections.preview(versions)).toMatchObject({
    subscriptions: 3,
    requests: 1,
    lines: 2,
    accounts: 3,
  })
  const wish = { ...versions, reason: "one zero too many" }
  await expect(pays.buyer.api.repricing.corrections.start(wish)).rejects.toMatchObject({ status: 403 })
  const { id } = await repricing.corrections.start(wish)
  await company.settle()
  expect(await repricing.corrections.get({ id })).toMatchObject({
    state: "over",
    done: 5,
    left: 0,
    failed: 0,
    credited: [won("198000")],
  })
  const { items } = await repricing.corrections.items({ id })
  const lines = items.filter(({ kind }) => kind === "line")
  expect(lines.map(({ credited, number }) => [credited?.minor, number?.length])).toEqual([
    ["99000", expect.any(Number)],
    ["99000", expect.any(Number)],
  ])
  const { items: acts } = await company.operator.api.audit.entries.list({ limit: 100 })
  const [plan] = (await company.operator.api.catalog.range.products.list()).items.flatMap((one) => one.plans)
  const speaking = acts.filter(({ mentions }) => mentions.length > 0)
  expect(new Set(speaking.map(({ reason }) => reason?.split(plan?.name.en ?? "-")[0]))).toEqual(
    new Set(["A wrong price was put right: correction ", "Price change "]),
  )
  for (const { reason } of acts) expect(reason ?? "").not.toMatch(/[a-z]{3}_[0-9a-z]{26}/)
  const agreements = items.filter(({ kind }) => kind === "subscription")
  expect(agreements).toHaveLength(3)
  for (const one of agreements) expect(one.words?.en).toMatch(/ · .+\./)
  expect(agreements.every(({ since, number }) => since !== null && number === null)).toBe(true)
  expect(await owes.request()).toMatchObject({ state: "open", total: won("11000") })
  expect([await pays.now(), await owes.now()]).toMatchObject([
    { price: won("11000") },
    { price: won("11000") },
  ])
  expect(
    (await Promise.all([pays, owes, other].map((one) => one.apologies()))).map((one) => one.length),
  ).toEqual([1, 1, 1])
  expect(await repricing.changes.get({ id: changeId })).toMatchObject({ state: "over" })

  await repricing.corrections.start(wish)
  await company.settle()
  expect(await repricing.corrections.get({ id })).toMatchObject({ state: "over", passes: 2, done: 5 })
  expect(await pays.apologies()).toHaveLength(1)
  const trial = await ledger.trialBalance.get({})
  expect(trial.currencies.map(({ total }) => total.closing.minor)).toEqual(["0"])
  await company.checkInvariants()

  await company.travel({ days: 30 })
  expect(await billing.renewalRun.preview({})).toMatchObject({ isHeld: false })
  expect(await pays.request()).toMatchObject({ total: won("11000") })
  await company.checkInvariants()
})

test("a customer who can't be told of a price put right keeps no other from being told, is named, and is told once later", async () => {
  await using company = await testCompany()
  const all = [await buy(company), await buy(company), await buy(company)] as const
  const [, bad] = all
  const { changeId: _, ...versions } = await publishWrong(company)
  const { operations, repricing } = company.operator.api
  await company.travel({ days: 22 })
  await using torn = await tearRow(company, {
    table: "repricing.correction_items",
    act: "update of told_at",
    told: "old.account_id",
    id: bad.buyer.accountId ?? "",
    words: "A torn page.",
  })
  const { id } = await repricing.corrections.start({ ...versions, reason: "one zero too many" })
  await company.settle()
  const told = async () => (await Promise.all(all.map((one) => one.apologies()))).map((one) => one.length)
  expect(await told()).toEqual([1, 0, 1])
  expect(await repricing.corrections.get({ id })).toMatchObject({ state: "over", failed: 0 })
  const stuck = async () => (await operations.list({ state: ["stuck"] })).items
  expect(await stuck()).toMatchObject([{ name: "repricing.catch-up", subjects: [bad.buyer.accountId] }])
  await torn.mend()
  await company.travel({ days: 1 })
  await company.settle()
  expect(await told()).toEqual([1, 1, 1])
  expect(await stuck()).toEqual([])
})
