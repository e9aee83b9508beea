import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

test("window, fee and bound are the shop's, or a product's own; never below what the law gives", async () => {
  await using company = await testCompany()
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await buyer.api.billing.subscriptions.list({})).items
  const id = subscription?.id ?? ""
  const { refundPolicy } = company.operator.api.billing
  const figures = async () => (await buyer.api.billing.refunds.preview({ id })).purchases[0]
  expect(await refundPolicy.get()).toMatchObject({
    source: "house",
    windowDays: 14,
    basis: "by_days_less_discount",
    capPercent: 100,
    law: { windowDays: 7 },
  })
  await expect(buyer.api.billing.refundPolicy.get()).rejects.toMatchObject({ status: 403 })

  const policy = {
    windowDays: 30,
    basis: "by_days" as const,
    fees: { KRW: "1000" },
    capPercent: 80,
    holdDays: 7,
  }
  await refundPolicy.save(policy)
  await company.travel({ days: 5 })
  // In the law's seven days a fee would be a penalty: 11,000 × 26/31, whatever the house says.
  expect(await figures()).toMatchObject({
    policy: { amount: won("8226"), fee: won("1000"), bound: "none" },
    pays: "statutory",
    amount: won("9226"),
  })
  await company.travel({ days: 10 })
  // Day 15, which the house's own two weeks would refuse: 11,000 × 16/31 − 1,000.
  expect(await figures()).toMatchObject({
    statutory: { isOpen: false },
    policy: { amount: won("4677"), lastDay: "2026-04-01", isOpen: true },
    pays: "policy",
    amount: won("4677"),
  })
  const [product] = (await company.operator.api.catalog.range.products.list()).items
  const productId = product?.id ?? ""
  await refundPolicy.saveForProduct({ id: productId, ...policy, fees: {}, capPercent: 30 })
  expect(await figures()).toMatchObject({ policy: { bound: "cap" }, amount: won("3300") })
  expect(await refundPolicy.getForProduct({ id: productId })).toMatchObject({ source: "product" })
  expect(await refundPolicy.dropForProduct({ id: productId })).toMatchObject({ source: "shop" })
  expect(await figures()).toMatchObject({ amount: won("4677") })
  await expect(refundPolicy.getForProduct({ id: "prd_nothing" })).rejects.toMatchObject({ status: 404 })
})
