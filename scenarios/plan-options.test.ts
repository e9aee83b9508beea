import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

async function shownPlan(company: Company, slug = "vps-start") {
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const plan = product.plans.find((one) => one.slug === slug)
  if (!plan) throw new Error(`The demo company doesn't sell ${slug}.`)
  return { product, plan }
}

test("an option is written in the draft, compared, published, and priced by the shop alone", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { plans } = company.operator.api.catalog.range
  const { plan } = await shownPlan(company)
  const id = plan.id
  const current = (await plans.get({ id })).versions[0]?.text
  if (!current) throw new Error("Nothing is on sale.")
  const [memory, ...others] = current.options
  if (!memory) throw new Error("The demo's plan has no option.")
  const prices = { KRW: { monthly: { amount: "6600", setupFee: "0" } } }
  await expect(
    plans.saveDraft({ id, ...current, options: [{ ...memory, step: 3 }, ...others] }),
  ).rejects.toMatchObject({ code: "catalog.option_step", errors: [{ pointer: "/options/0/step" }] })
  const { draft } = await plans.saveDraft({ id, ...current, options: [{ ...memory, prices }, ...others] })
  expect(draft?.changes?.largestPercent).toBe(100)
  expect(draft?.changes?.prices[0]).toMatchObject({ of: memory.name, before: "3300", after: "6600" })
  await expect(plans.publish({ id })).rejects.toMatchObject({ code: "catalog.price_jumps" })

  const priced = { id, cycle: "monthly", currency: "KRW" } as const
  const price = (options: Record<string, number | string | boolean>) =>
    company.visitor.catalog.plans.price({ ...priced, options })
  expect(await price({ memory: 2, backups: "daily", "moving-in": true })).toMatchObject({
    unit: { minor: "22000" },
    setupFee: { minor: "33000" },
    total: { minor: "55000" },
    options: [
      { words: { en: "Extra memory 2 GB" }, quantity: 2, amount: { minor: "6600" } },
      { words: { ko: "백업: 매일" }, amount: { minor: "4400" } },
      { isAddOn: true, amount: { minor: "0" }, setupFee: { minor: "33000" } },
    ],
  })
  await expect(price({ memory: 17 })).rejects.toMatchObject({
    code: "catalog.option_number",
    errors: [{ pointer: "/options/memory" }],
  })
  // What isn't sent stays: the plan's own fields are saved without the options.
  const { options, ...own } = current
  expect((await plans.saveDraft({ id, ...own })).draft?.text.options).toHaveLength(options.length)
  await plans.publish({ id, acceptedPercent: 100 })
  expect((await price({ memory: 2 })).unit.minor).toBe("24200")
  expect((await shownPlan(company)).plan.options[0]?.prices.map(({ cycle }) => cycle)).toEqual(["monthly"])
})

const terms = { country: "KR", language: "en", acceptTerms: true } as const
const won = (minor: string) => ({ minor, currency: "KRW" }) as const

/** The smallest server with what is chosen, for a month, paid and delivered on 2 March: 31 days. */
async function buy(company: Company, chosen: readonly Record<string, number | string | boolean>[]) {
  const { product, plan } = await shownPlan(company)
  const buyer = await company.customer()
  const { carts, checkout } = buyer.api.orders
  const { token } = await carts.create({ currency: "KRW" })
  for (const [index, options] of chosen.entries()) {
    await carts.addItem({
      token,
      planId: plan.id,
      cycle: "monthly",
      locationId: product.locations[0]?.id ?? "",
      imageId: product.images[0]?.id ?? "",
      hostname: `web${index}.example.com`,
      options,
    })
  }
  const cart = await carts.get({ token })
  const order = await checkout({ cartToken: token, ...terms, totalShown: cart.total })
  const { payments, billing } = buyer.api
  const attempt = await billing.paymentRequests.pay({ id: order.paymentRequestId ?? "" })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  expect(payments).toBeDefined()
  const subscriptions = (await billing.subscriptions.list({})).items.toSorted((one, other) =>
    one.words.en < other.words.en ? -1 : 1,
  )
  return { buyer, cart, order: await buyer.api.orders.get({ id: order.id }), subscriptions }
}

const chosen = { memory: 4, backups: "daily", "moving-in": true }

test("what was chosen is priced line by line, built, asked for every month, and explained", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { buyer, cart, order, subscriptions } = await buy(company, [chosen])
  expect(cart.items[0]).toMatchObject({
    unit: won("11000"),
    chosen: [
      { id: "memory", quantity: 4, amount: won("13200") },
      { id: "backups", value: "daily", amount: won("4400") },
      { id: "moving-in", isAddOn: true, amount: won("0"), setupFee: won("33000") },
    ],
    total: won("61600"),
  })
  expect(order.items[0]?.options.map(({ en }) => en)).toEqual([
    "Extra memory 4 GB",
    "Backups: Daily",
    "We move your site here",
  ])
  const [server] = (await company.books()).servers
  expect(server).toMatchObject({ memory: 6_144 })

  const [subscription] = subscriptions
  expect(subscription).toMatchObject({ price: won("28600"), state: "active" })
  expect(subscription?.parts.map(({ optionId, amount }) => [optionId, amount.minor])).toEqual([
    [null, "11000"],
    ["memory", "13200"],
    ["backups", "4400"],
    ["moving-in", "0"],
  ])
  const { invoices } = buyer.api.billing
  const [first] = (await invoices.list({ limit: 1 })).items
  const { lines } = await invoices.get({ id: first?.id ?? "" })
  expect(lines.map(({ words, gross }) => [words, gross.minor])).toEqual([
    ["Start · web0.example.com + Extra memory 4 GB, Backups: Daily (1 month)", "28600"],
    ["Start · web0.example.com (We move your site here, set-up)", "33000"],
  ])

  await company.travel({ days: 28 })
  const due = await buyer.api.billing.subscriptions.get({ id: subscription?.id ?? "" })
  const requestId = due.paymentRequestId ?? ""
  expect((await buyer.api.billing.paymentRequests.get({ id: requestId })).total).toEqual(won("28600"))
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: requestId })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  const [renewal] = (await invoices.list({ limit: 1 })).items
  const paper = await invoices.get({ id: renewal?.id ?? "" })
  const lineId = paper.lines[0]?.id ?? ""
  const explained = await invoices.explain({ id: paper.id, lineId, language: "en" })
  expect(explained.isSame).toBe(true)
  expect(explained.steps[0]).toBe(
    "Start ₩11,000 + Extra memory 4 GB ₩3,300 × 4 + Backups: Daily ₩4,400 = ₩28,600.",
  )
})

test("to another plan what was chosen goes along at its price, or is named; a refund counts all of it", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { plans } = company.operator.api.catalog.range
  // The larger plan sells its memory dearer and knows no backups.
  const { plan: larger } = await shownPlan(company, "vps-grow")
  const text = (await plans.get({ id: larger.id })).versions[0]?.text
  const [memory] = text?.options ?? []
  if (!text || !memory) throw new Error("The larger plan has no memory to choose.")
  const prices = { KRW: { monthly: { amount: "4400", setupFee: "0" } } }
  await plans.saveDraft({ id: larger.id, ...text, options: [{ ...memory, prices }] })
  await plans.publish({ id: larger.id, acceptedPercent: 100 })

  const { buyer, subscriptions } = await buy(company, [chosen, { memory: 2 }])
  const [first, second] = subscriptions
  const serviceId = first?.subject ?? ""
  await company.travel({ days: 10 })
  const { planChanges } = buyer.api.orders
  const { options } = await planChanges.preview({ id: serviceId })
  const option = options.find(({ planId }) => planId === larger.id)
  // 28,600 × 21/31 = 19,374 unused; (22,000 + 4 × 4,400) × 21/31 = 26,826 due.
  expect(option).toMatchObject({
    hindrance: null,
    price: won("39600"),
    kept: [{ words: { en: "Extra memory 4 GB" }, amount: won("17600") }],
    lost: [{ en: "Backups: Daily" }],
    unused: won("19374"),
    due: won("26826"),
    outcome: "pay",
    amount: won("7452"),
  })
  const change = await planChanges.request({
    id: serviceId,
    planId: larger.id,
    expected: { outcome: "pay", amount: won("7452") },
  })
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: change.paymentRequestId ?? "" })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  const changed = await buyer.api.billing.subscriptions.get({ id: first?.id ?? "" })
  expect(changed.price).toEqual(won("39600"))
  expect(changed.parts.map(({ optionId }) => optionId)).toEqual([null, "memory"])
  // The larger package has 4 GB: what was chosen beyond it is there as well, and the other server is as it was.
  const { servers } = await company.books()
  expect(servers.map(({ packageId, memory }) => [packageId, memory]).toSorted()).toEqual([
    [7, 4_096],
    [8, 8_192],
  ])

  // A part of the first line, at its own rate: options and plan are one thing there.
  const { invoices, creditNotes } = company.operator.api.billing
  const [paper] = (await invoices.list({ limit: 10 })).items.filter(({ total }) => total.minor === "79200")
  const { lines } = await invoices.get({ id: paper?.id ?? "" })
  const given = await creditNotes.issue({
    id: paper?.id ?? "",
    lines: [{ lineId: lines[0]?.id ?? "", gross: won("5000") }],
    reason: "The extra memory came a day late.",
  })
  expect(given.total).toEqual(won("5000"))

  // Of two servers on one invoice each finds the line that paid for it.
  const { purchases } = await buyer.api.billing.refunds.preview({ id: second?.id ?? "" })
  expect(purchases[0]).toMatchObject({ paid: won("17600") })
})

test.each([
  [{ memory: 17 }, "catalog.option_number", "/options/memory"],
  [{ memory: -1 }, "catalog.option_number", "/options/memory"],
  [{ backups: "hourly" }, "catalog.option_choice", "/options/backups"],
  [{ licence: true }, "catalog.option_unknown", "/options/licence"],
])("a cart takes no %j", async (options, code, pointer) => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  await expect(buy(company, [options as never])).rejects.toMatchObject({ code, errors: [{ pointer }] })
})
