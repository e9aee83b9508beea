import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const terms = { country: "KR", language: "en", acceptTerms: true } as const
const won = (minor: string) => ({ minor, currency: "KRW" }) as const

type Buyer = Awaited<ReturnType<Company["customer"]>>

/** A server of the smallest plan for a month, paid on 2 March: 31 days. */
async function buy(company: Company, options: Record<string, number | string | boolean>) {
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const plan = product.plans.find(({ slug }) => slug === "vps-start")
  if (!plan) throw new Error("The demo company sells no vps-start.")
  const buyer = await company.customer()
  const { carts, checkout } = buyer.api.orders
  const { token } = await carts.create({ currency: "KRW" })
  await carts.addItem({
    token,
    planId: plan.id,
    cycle: "monthly",
    locationId: product.locations[0]?.id ?? "",
    imageId: product.images[0]?.id ?? "",
    hostname: "web.example.com",
    options,
  })
  const { total } = await carts.get({ token })
  const order = await checkout({ cartToken: token, ...terms, totalShown: total })
  await pay(company, buyer, order.paymentRequestId)
  const [subscription] = (await buyer.api.billing.subscriptions.list({})).items
  if (!subscription) throw new Error("Nothing was bought.")
  return { buyer, plan, subscriptionId: subscription.id, serviceId: subscription.subject }
}

async function pay(company: Company, buyer: Buyer, requestId: string | null) {
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: requestId ?? "" })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
}

/** A month of the plan itself costs 13,200 won instead of 11,000, also for who has it. */
async function raisePrice(company: Company, planId: string) {
  const { plans } = company.operator.api.catalog.range
  const text = (await plans.get({ id: planId })).versions[0]?.text
  if (!text) throw new Error("The plan has no version.")
  const prices = { KRW: { ...text.prices.KRW, monthly: { amount: "13200", setupFee: "0" } } }
  await plans.saveDraft({ id: planId, ...text, prices })
  await plans.publish({ id: planId })
  return company.operator.api.repricing.changes.start({ planId })
}

const partsOf = async (buyer: Buyer, id: string) =>
  (await buyer.api.billing.subscriptions.get({ id })).parts.map(({ optionId, amount }) => [
    optionId,
    amount.minor,
  ])

test("more of something is paid by days at the price it was bought at, with what is paid once; the machine grows", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, plan, subscriptionId, serviceId } = await buy(company, { memory: 2 })
  await company.travel({ days: 10 })
  // Meanwhile memory costs twice as much, for who buys now.
  const { plans } = company.operator.api.catalog.range
  const text = (await plans.get({ id: plan.id })).versions[0]?.text
  const [memory, ...others] = text?.options ?? []
  if (!text || !memory) throw new Error("The plan has no memory to choose.")
  const prices = { KRW: { monthly: { amount: "6600", setupFee: "0" } } }
  await plans.saveDraft({ id: plan.id, ...text, options: [{ ...memory, prices }, ...others] })
  await plans.publish({ id: plan.id, acceptedPercent: 100 })

  const { planChanges } = buyer.api.orders
  expect(await planChanges.preview({ id: serviceId })).toMatchObject({ hasOptions: true })
  const before = await planChanges.options({ id: serviceId })
  expect(before).toMatchObject({
    held: { memory: 2, backups: "none", "moving-in": false },
    wish: { hindrance: "same_plan", price: won("17600") },
  })
  const options = { memory: 4, "moving-in": true }
  // 17,600 × 21/31 = 11,923 unused; (11,000 + 4 × 3,300) × 21/31 = 16,394 due; and 33,000 once.
  const { wish } = await planChanges.options({ id: serviceId, options })
  expect(wish).toMatchObject({
    hindrance: null,
    price: won("24200"),
    setup: won("33000"),
    unused: won("11923"),
    due: won("16394"),
    outcome: "pay",
    amount: won("37471"),
    moments: ["now"],
    lost: [],
  })
  const expected = { outcome: "pay", amount: won("37471") } as const
  const other = { outcome: "pay", amount: won("37470") } as const
  await expect(planChanges.chooseOptions({ id: serviceId, options, expected: other })).rejects.toMatchObject({
    code: "orders.change_differs",
  })
  const change = await planChanges.chooseOptions({ id: serviceId, options, expected })
  await pay(company, buyer, change.paymentRequestId)

  expect(await partsOf(buyer, subscriptionId)).toEqual([
    [null, "11000"],
    ["memory", "13200"],
    ["moving-in", "0"],
  ])
  expect((await company.books()).servers[0]).toMatchObject({ memory: 6_144 })
  const { invoices } = buyer.api.billing
  const [first] = (await invoices.list({ limit: 1 })).items
  const paper = await invoices.get({ id: first?.id ?? "" })
  expect(paper.lines.map(({ words, gross }) => [words, gross.minor])).toEqual([
    ["Start · web.example.com + Extra memory 4 GB (change of options)", "4471"],
    ["Start · web.example.com (We move your site here, set-up)", "33000"],
  ])
  for (const { id: lineId } of paper.lines) {
    expect(await invoices.explain({ id: paper.id, lineId, language: "en" })).toMatchObject({ isSame: true })
  }
  // What was paid once is done: it is neither offered again nor lost by another choice.
  const after = await planChanges.options({ id: serviceId, options: { "moving-in": false, memory: 5 } })
  expect(after.choices.map(({ id }) => id)).not.toContain("moving-in")
  expect(after).toMatchObject({ held: { memory: 4 }, wish: { lost: [], setup: won("0") } })

  // The next month asks for what it costs now.
  await company.travel({ days: 18 })
  const { paymentRequestId } = await buyer.api.billing.subscriptions.get({ id: subscriptionId })
  const request = await buyer.api.billing.paymentRequests.get({ id: paymentRequestId ?? "" })
  expect(request.total).toEqual(won("24200"))
})

test("less of something goes back with a credit note, and the machine shrinks; with a new set-up fee it takes two steps", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, subscriptionId, serviceId } = await buy(company, { memory: 4 })
  await company.travel({ days: 10 })
  const { planChanges } = buyer.api.orders
  const mixed = await planChanges.options({ id: serviceId, options: { memory: 0, "moving-in": true } })
  expect(mixed.wish).toMatchObject({ hindrance: "back_and_setup", setup: won("33000") })
  const options = { memory: 0 }
  // 24,200 × 21/31 = 16,394 unused; 11,000 × 21/31 = 7,452 due.
  const { wish } = await planChanges.options({ id: serviceId, options })
  expect(wish).toMatchObject({
    outcome: "give_back",
    amount: won("8942"),
    lost: [{ en: "Extra memory 4 GB" }],
  })
  const expected = { outcome: "give_back", amount: won("8942") } as const
  const change = await planChanges.chooseOptions({ id: serviceId, options, expected })
  await company.settle()
  expect(change).toMatchObject({ state: "applied", paymentRequestId: null })
  expect(await partsOf(buyer, subscriptionId)).toEqual([])
  expect((await company.books()).servers[0]).toMatchObject({ memory: 2_048 })
  const { creditNotes } = company.operator.api.billing
  expect((await creditNotes.list({})).items.map(({ total }) => total)).toEqual([won("8942")])
})

test("with the next time: nothing is paid now, the renewal asks for it, and it may be taken back until then", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, subscriptionId, serviceId } = await buy(company, {})
  const { planChanges } = buyer.api.orders
  const wanted = {
    id: serviceId,
    options: { memory: 2 },
    when: "at_end",
    expected: { outcome: "nothing", amount: won("17600") },
  } as const
  expect(await planChanges.chooseOptions(wanted)).toMatchObject({ state: "planned" })
  expect((await planChanges.takeBack({ id: serviceId })).planned).toBeNull()
  await planChanges.chooseOptions(wanted)
  await company.travel({ days: 28 })
  const due = await buyer.api.billing.subscriptions.get({ id: subscriptionId })
  await pay(company, buyer, due.paymentRequestId)
  expect((await company.books()).servers[0]).toMatchObject({ memory: 2_048 })
  await company.travel({ days: 4 })
  expect((await company.books()).servers[0]).toMatchObject({ memory: 4_096 })
  expect(await partsOf(buyer, subscriptionId)).toEqual([
    [null, "11000"],
    ["memory", "6600"],
  ])
})

test("a price that rises with the next time is not paid before it, and what is chosen meanwhile goes along", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, plan, subscriptionId, serviceId } = await buy(company, { memory: 2 })
  const change = await raisePrice(company, plan.id)
  await company.travel({ days: 10 })
  const own = async () => (await buyer.api.repricing.own.list()).items[0]
  await buyer.api.repricing.own.answer({
    id: (await own())?.id ?? "",
    isAgreed: true,
    expected: won("19800"),
  })
  // Agreed to for April. 6,600 × 21/31 = 4,471 for two more units now: the plan's 2,200 are not among it.
  const { planChanges } = buyer.api.orders
  const { wish } = await planChanges.options({ id: serviceId, options: { memory: 4 } })
  expect(wish).toMatchObject({ price: won("26400"), outcome: "pay", amount: won("4471") })
  const asked = await planChanges.chooseOptions({
    id: serviceId,
    options: { memory: 4 },
    expected: { outcome: "pay", amount: won("4471") },
  })
  await pay(company, buyer, asked.paymentRequestId)
  // Given back at once: as much as was paid for it, not the rise that nobody has paid.
  const back = await planChanges.options({ id: serviceId, options: { memory: 2 } })
  expect(back.wish).toMatchObject({ outcome: "give_back", amount: won("4471") })

  await company.operator.api.repricing.changes.stop({ id: change.id })
  await company.settle()
  const { price } = await buyer.api.billing.subscriptions.get({ id: subscriptionId })
  expect(price).toEqual(won("24200"))
  await company.checkInvariants()
})

test("options that are paid for after another price was agreed to don't bring the old one back: the money goes back", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, plan, subscriptionId, serviceId } = await buy(company, {})
  const asked = await buyer.api.orders.planChanges.chooseOptions({
    id: serviceId,
    options: { memory: 2 },
    expected: { outcome: "pay", amount: won("6600") },
  })
  await raisePrice(company, plan.id)
  await company.travel({ days: 1 })
  const [waiting] = (await buyer.api.repricing.own.list()).items
  await buyer.api.repricing.own.answer({ id: waiting?.id ?? "", isAgreed: true, expected: won("13200") })
  await pay(company, buyer, asked.paymentRequestId)
  expect(await buyer.api.billing.subscriptions.get({ id: subscriptionId })).toMatchObject({
    price: won("13200"),
    parts: [],
  })
  const { items } = await company.operator.api.billing.creditNotes.list({})
  expect(items.map(({ total }) => total)).toEqual([won("6600")])
  await company.checkInvariants()
})

test("what is chosen before a price begins that was told is not lost when it begins", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, plan, subscriptionId, serviceId } = await buy(company, {})
  await raisePrice(company, plan.id)
  const asked = await buyer.api.orders.planChanges.chooseOptions({
    id: serviceId,
    options: { memory: 2 },
    expected: { outcome: "pay", amount: won("6600") },
  })
  await pay(company, buyer, asked.paymentRequestId)
  await company.travel({ days: 10 })
  const [waiting] = (await buyer.api.repricing.own.list()).items
  expect(waiting).toMatchObject({ after: won("19800") })
  await buyer.api.repricing.own.answer({ id: waiting?.id ?? "", isAgreed: true, expected: won("19800") })
  const { price } = await buyer.api.billing.subscriptions.get({ id: subscriptionId })
  expect(price).toEqual(won("19800"))
  expect(await partsOf(buyer, subscriptionId)).toEqual([
    [null, "13200"],
    ["memory", "6600"],
  ])
  await company.checkInvariants()
})

test("what can't be chosen is refused at its field, and nothing else is asked for twice", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, serviceId } = await buy(company, { memory: 2 })
  const { planChanges } = buyer.api.orders
  await expect(planChanges.options({ id: serviceId, options: { memory: 17 } })).rejects.toMatchObject({
    code: "catalog.option_number",
    errors: [{ pointer: "/options/memory" }],
  })
  await expect(planChanges.options({ id: serviceId, options: { licence: true } })).rejects.toMatchObject({
    code: "catalog.option_unknown",
  })
  const expected = { outcome: "nothing", amount: won("0") } as const
  await expect(
    planChanges.chooseOptions({ id: serviceId, options: { memory: 2 }, expected }),
  ).rejects.toMatchObject({ code: "orders.change_not_possible" })
  // Who chooses again has thought better of it: one request waits, not two.
  for (const [memory, minor] of [
    [3, "3300"],
    [4, "6600"],
  ] as const) {
    await planChanges.chooseOptions({
      id: serviceId,
      options: { memory },
      expected: { outcome: "pay", amount: won(minor) },
    })
  }
  const { items } = await buyer.api.billing.paymentRequests.list({})
  expect(items.filter(({ state }) => state === "open").map(({ total }) => total)).toEqual([won("6600")])
  const stranger = await company.customer()
  await expect(stranger.api.orders.planChanges.options({ id: serviceId })).rejects.toMatchObject({
    status: 404,
  })
})
