import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"

const terms = { country: "KR", language: "en", acceptTerms: true } as const
type Wish = Parameters<Company["visitor"]["catalog"]["coupons"]["create"]>[0]

const plain: Wish = {
  code: "WELCOME",
  name: "Welcome",
  isOn: true,
  kind: "percent",
  percent: 10,
  amounts: {},
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
}

const make = (company: Company, wish: Partial<Wish>) =>
  company.operator.api.catalog.coupons.create({ ...plain, ...wish })

async function fill(company: Company, by?: Shopper, slug = "vps", cycle: "monthly" | "annual" = "monthly") {
  const shopper = by ?? (await company.customer())
  const product = await company.visitor.catalog.products.get({ slug, currency: "KRW" })
  const { carts } = shopper.api.orders
  const { token } = await carts.create({ currency: "KRW" })
  await carts.addItem({
    token,
    planId: product.plans[0]?.id ?? "",
    cycle,
    locationId: product.locations[0]?.id ?? "",
    imageId: product.images[0]?.id ?? "",
    hostname: "web.example.com",
    quantity: 2,
  })
  return { ...shopper, token, checkout: () => shopper.api.orders.checkout({ cartToken: token, ...terms }) }
}

test("a coupon lowers the total that is paid, and the line says from what to what", async () => {
  await using company = await testCompany()
  await make(company, {})
  await make(company, {
    code: "FIVE",
    name: "500 off",
    kind: "fixed",
    percent: null,
    amounts: { KRW: "500" },
    periods: 2,
  })
  const { api, token, checkout } = await fill(company)
  await api.orders.carts.addCoupon({ token, code: "welcome" })
  const cart = await api.orders.carts.addCoupon({ token, code: "FIVE" })
  expect(cart.coupons).toEqual([
    { code: "WELCOME", why: null },
    { code: "FIVE", why: null },
  ])
  // 11,000 less 10 % is 9,900, less 500 is 9,400; two of them.
  expect(cart.items[0]?.discounts.map(({ code, amount }) => [code, amount.minor])).toEqual([
    ["WELCOME", "2200"],
    ["FIVE", "1000"],
  ])
  expect([cart.items[0]?.total.minor, cart.total.minor]).toEqual(["18800", "18800"])

  const order = await checkout()
  expect(order.total.minor).toBe("18800")
  const request = await api.billing.paymentRequests.get({ id: order.paymentRequestId ?? "" })
  expect(request.lines[0]).toMatchObject({
    words: "Start · web.example.com (1 month, WELCOME, FIVE)",
    reason: { unit: { minor: "9400" }, quantity: "2", rule: "catalogue price × quantity" },
  })
  const { pay } = api.billing.paymentRequests
  await company.pay((await pay({ id: order.paymentRequestId ?? "" })).id)
  await company.settle()
  const { items } = await api.billing.subscriptions.list({})
  expect(items.map(({ price, listPrice }) => [price.minor, listPrice.minor])).toEqual([
    ["9400", "11000"],
    ["9400", "11000"],
  ])
  await extendOverItsEnd(company, api, items[0]?.id ?? "")
  const [welcome] = (await company.operator.api.catalog.coupons.list({ code: "wel" })).items
  expect(welcome).toMatchObject({ uses: 1, state: "running" })
  const used = await company.operator.api.catalog.coupons.redemptions({ id: welcome?.id ?? "" })
  expect(used.items[0]).toMatchObject({ orderId: order.id, amount: { minor: "2200" } })
  await company.checkInvariants()
})

/** Three months more: one with both coupons, two with the one that holds for ever. */
async function extendOverItsEnd(company: Company, api: Shopper["api"], id: string): Promise<void> {
  const { subscriptions, paymentRequests, invoices, refunds } = api.billing
  const { items: ahead } = await subscriptions.upcoming({})
  const its = ahead.filter(({ subscriptionId }) => subscriptionId === id).map(({ amount }) => amount.minor)
  expect(its.slice(0, 3)).toEqual(["9400", "9900", "9900"])
  const { paymentRequestId: requestId } = await subscriptions.extend({ id, cycles: 3 })
  const request = await paymentRequests.get({ id: requestId })
  expect(request.total.minor).toBe("29200")
  await company.pay((await paymentRequests.pay({ id: requestId })).id)
  await company.settle()
  expect(await subscriptions.get({ id })).toMatchObject({ periodNumber: 4, price: { minor: "9900" } })
  const invoiceId = (await paymentRequests.get({ id: requestId })).invoiceId ?? ""
  const [line] = (await invoices.get({ id: invoiceId })).lines
  expect(line?.words).toContain("(3 months, WELCOME, FIVE)")
  const explained = await invoices.explain({ id: invoiceId, lineId: line?.id ?? "", language: "en" })
  expect(explained).toMatchObject({ isSame: true })
  expect(explained.steps[0]).toBe("Before discounts ₩33,000, less ₩3,800 (WELCOME, FIVE) = ₩29,200.")
  const { purchases } = await refunds.preview({ id })
  expect(purchases.map(({ paid }) => paid.minor)).toEqual(["29200", "9400"])
}

test("a limit is never passed, however many order at once; what comes to nothing can be used again", async () => {
  await using company = await testCompany()
  const coupon = await make(company, { mostUses: 2 })
  const buyers = await Promise.all(Array.from({ length: 6 }, () => fill(company)))
  for (const { api, token } of buyers) await api.orders.carts.addCoupon({ token, code: "WELCOME" })
  const answers = await Promise.allSettled(buyers.map(({ checkout }) => checkout()))
  const codes = answers.map((one) => (one.status === "fulfilled" ? "ordered" : one.reason.code))
  expect(codes.filter((code) => code === "ordered")).toHaveLength(2)
  expect(codes.filter((code) => code === "catalog.coupon_used_up")).toHaveLength(4)
  expect(await company.operator.api.catalog.coupons.get({ id: coupon.id })).toMatchObject({
    uses: 2,
    state: "used_up",
  })
  const loser = buyers[codes.indexOf("catalog.coupon_used_up")]
  const cart = await loser?.api.orders.carts.get({ token: loser.token })
  expect(cart?.coupons[0]?.why).toContain("used up")
  expect(cart?.total.minor).toBe("22000")

  const winner = buyers[codes.indexOf("ordered")]
  const [order] = (await winner?.api.orders.list({}))?.items ?? []
  await winner?.api.orders.withdraw({ id: order?.id ?? "" })
  expect((await loser?.checkout())?.total.minor).toBe("19800")
})

test("whom it is for: new customers, once each, by mailbox and not by account", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  await make(company, { isForNewCustomers: true })
  await make(company, { code: "ONCE", mostPerCustomer: 1 })
  const first = await fill(company)
  await first.api.orders.carts.addCoupon({ token: first.token, code: "ONCE" })
  await first.api.orders.carts.addCoupon({ token: first.token, code: "WELCOME" })
  await first.checkout()
  const again = await fill(company, first)
  await again.api.orders.carts.addCoupon({ token: again.token, code: "WELCOME" })
  await expect(again.checkout()).rejects.toMatchObject({ code: "catalog.coupon_new_only" })
  await again.api.orders.carts.removeCoupon({ token: again.token, code: "WELCOME" })
  await again.api.orders.carts.addCoupon({ token: again.token, code: "ONCE" })
  await expect(again.checkout()).rejects.toMatchObject({ code: "catalog.coupon_used_before" })

  // Not signed in, the same mailbox: an account of its own, and the same customer.
  const { orders } = company.visitor
  const stranger = await fill(company, { ...first, api: company.visitor })
  await orders.carts.addCoupon({ token: stranger.token, code: "ONCE" })
  const person = {
    name: "Same Person",
    email: first.email,
    password: "a password of somebody",
    consents: { age: true, privacy: true },
  } as const
  await expect(orders.checkout({ cartToken: stranger.token, person, ...terms })).rejects.toMatchObject({
    code: "catalog.coupon_used_before",
  })
})

test("what doesn't count is said at the field; set-up can be free; one that stands alone wins or yields", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  await make(company, { code: "YEARLY", cycles: ["annual"] })
  await make(company, { code: "OVER", endsOn: "2020-01-01" })
  await make(company, { code: "OFF", isOn: false })
  await make(company, { code: "DOLLARS", kind: "fixed", percent: null, amounts: { USD: "100" } })
  await make(company, { code: "ALONE", percent: 5, isExclusive: true })
  await make(company, { code: "SETUP", kind: "setup", percent: null })
  await make(company, {})
  await expect(make(company, {})).rejects.toMatchObject({
    code: "catalog.coupon_code_taken",
    errors: [{ pointer: "/code" }],
  })
  await expect(make(company, { code: "EMPTY", percent: null })).rejects.toMatchObject({
    code: "catalog.coupon_value_needed",
  })
  const { api, token } = await fill(company, undefined, "storage-vps")
  expect((await api.orders.carts.get({ token })).items).toMatchObject([{ month: null }])
  // A year says what a month costs: ten of them, so two are free.
  const yearly = await fill(company, undefined, "vps", "annual")
  const won = (minor: string) => ({ minor, currency: "KRW" })
  expect((await yearly.api.orders.carts.get({ token: yearly.token })).items).toMatchObject([
    { unit: won("110000"), month: won("11000") },
  ])
  const add = (code: string) => api.orders.carts.addCoupon({ token, code })
  for (const [code, why] of [
    ["YEARLY", "catalog.coupon_not_for_these"],
    ["OVER", "catalog.coupon_over"],
    ["OFF", "catalog.coupon_unknown"],
    ["NEVER-MADE", "catalog.coupon_unknown"],
    ["DOLLARS", "catalog.coupon_currency"],
  ] as const) {
    await expect(add(code)).rejects.toMatchObject({ code: why, errors: [{ pointer: "/code" }] })
  }
  // 33,000 and 11,000 for the set-up, two of them.
  const free = await add("SETUP")
  expect([free.items[0]?.setupFee.minor, free.total.minor]).toEqual(["11000", "66000"])
  const ten = await add("WELCOME")
  expect(ten.total.minor).toBe("59400")
  await expect(add("ALONE")).rejects.toMatchObject({ code: "orders.coupon_not_better" })
  const order = await api.orders.checkout({ cartToken: token, ...terms, totalShown: ten.total })
  const request = await api.billing.paymentRequests.get({ id: order.paymentRequestId ?? "" })
  expect(request.lines.map(({ gross, reason }) => [gross.minor, reason.rule])).toEqual([
    ["59400", "catalogue price × quantity"],
    ["0", "set-up fee × quantity"],
  ])
})

test("who stays pays less from the time that begins then, keeps it whatever the policy becomes, and every paper says so", async () => {
  await using company = await testCompany()
  const { loyalty } = company.operator.api.billing
  expect(await loyalty.get()).toEqual({ steps: [] })
  const { api, checkout } = await fill(company)
  const { paymentRequests, subscriptions, invoices, refunds } = api.billing
  const pay = async (id: string) => {
    await company.pay((await paymentRequests.pay({ id })).id)
    await company.settle()
    return (await paymentRequests.get({ id })).invoiceId ?? ""
  }
  await pay((await checkout()).paymentRequestId ?? "")
  const [id = ""] = (await subscriptions.list({})).items.map((one) => one.id)
  const priceNextDay = async () => {
    await company.travel({ days: 1 })
    return (await subscriptions.get({ id })).price.minor
  }
  expect(await priceNextDay()).toBe("11000")

  const steps = [
    { months: 3, percent: 20 },
    { months: 1, percent: 5 },
  ]
  expect((await loyalty.save({ steps })).steps.map(({ months }) => months)).toEqual([1, 3])
  expect(await priceNextDay()).toBe("10450")
  const { paymentRequestId } = await subscriptions.extend({ id, cycles: 2 })
  const invoiceId = await pay(paymentRequestId)
  const { lines, total } = await invoices.get({ id: invoiceId })
  expect(total.minor).toBe("20900")
  expect(lines[0]?.words).toContain("(2 months, 5% for staying with us)")
  const explained = await invoices.explain({ id: invoiceId, lineId: lines[0]?.id ?? "", language: "en" })
  expect(explained.isSame).toBe(true)

  // Three months will have been paid when the next one begins.
  expect(await priceNextDay()).toBe("8800")
  await loyalty.save({ steps: [] })
  expect(await priceNextDay()).toBe("8800")
  const { purchases } = await refunds.preview({ id })
  expect(purchases.map(({ paid }) => paid.minor)).toEqual(["20900", "11000"])
  await company.checkInvariants()
})

test("percents that are compared: an account always gets the same one, pays by it, and each one's result is counted", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 4 } })
  const { coupons } = company.operator.api.catalog
  const wish = { code: "TRYBOTH", percent: null }
  const one = [{ name: "A" as const, percent: 10 }]
  await expect(make(company, { ...wish, arms: one })).rejects.toMatchObject({
    code: "catalog.coupon_arms_wrong",
  })
  const { id } = await make(company, { ...wish, arms: [...one, { name: "B", percent: 20 }] })
  expect(await coupons.get({ id })).toMatchObject({ percent: 10, arms: [{ name: "A" }, { name: "B" }] })

  const expected = { A: { visits: 0, paid: 0, revenue: 0n }, B: { visits: 0, paid: 0, revenue: 0n } }
  for (let at = 0; at < 5; at++) {
    const buyer = await fill(company)
    const cart = await buyer.api.orders.carts.addCoupon({ token: buyer.token, code: "TRYBOTH" })
    // The same account in another cart: the same total.
    const again = await fill(company, buyer)
    expect(await again.api.orders.carts.addCoupon({ token: again.token, code: "TRYBOTH" })).toMatchObject({
      total: cart.total,
    })
    // Two of 11,000, less 10 or 20 %.
    const arm = cart.total.minor === "19800" ? "A" : "B"
    expect(cart.total.minor).toBe(arm === "A" ? "19800" : "17600")
    expected[arm].visits += 1
    if (at === 4) continue
    const order = await buyer.checkout()
    expect(order.total).toEqual(cart.total)
    const attempt = await buyer.api.billing.paymentRequests.pay({ id: order.paymentRequestId ?? "" })
    await company.pay(attempt.id)
    expected[arm].paid += 1
    expected[arm].revenue += BigInt(cart.total.minor)
  }
  await company.settle()
  const { items } = await company.operator.api.orders.couponArms({ id })
  for (const { name, visits, uses, paid, revenue } of items) {
    const mine = expected[name as "A" | "B"]
    expect({ visits, uses, paid }).toEqual({ visits: mine.visits, uses: mine.paid, paid: mine.paid })
    expect(BigInt(revenue[0]?.minor ?? "0")).toBe(mine.revenue)
  }
  expect(items.map(({ name }) => name)).toEqual(["A", "B"])
  const used = (await coupons.redemptions({ id })).items
  expect(used.filter(({ arm }) => arm === "A")).toHaveLength(expected.A.paid)
  await company.checkInvariants()
})
