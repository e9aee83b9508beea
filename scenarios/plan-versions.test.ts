import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { type PlanText, publishPlanVersion, savePlanDraft } from "#catalog"

const terms = { country: "KR", language: "en", acceptTerms: true } as const

async function smallest(company: Company) {
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const [plan, location, image] = [product.plans[0], product.locations[0], product.images[0]]
  if (!plan || !location || !image) throw new Error("The demo company sells no server.")
  const monthly = plan.prices.find(({ cycle }) => cycle === "monthly")
  const hostname = "web.example.com"
  const item = { planId: plan.id, locationId: location.id, imageId: image.id, hostname, quantity: 1 }
  return { plan, monthly, item: { ...item, cycle: "monthly" as const } }
}

/** Twice the memory, another package, and another price for a month. */
async function publish(company: Company, planId: string, amountMinor: bigint) {
  const text: PlanText = {
    name: { en: "Start", ko: "스타트" },
    resources: { cpuCores: 1, memoryMb: 4_096, storageGb: 40, trafficGb: 2_000, ipv4: 1 },
    packageId: 8,
    options: [],
    trial: null,
    meters: [],
    prices: [
      { cycle: "monthly", currency: "KRW", amountMinor, setupMinor: 0n },
      { cycle: "triennial", currency: "KRW", amountMinor: amountMinor * 24n, setupMinor: 0n },
      { cycle: "hourly", currency: "KRW", amountMinor: 20n, setupMinor: 0n },
    ],
  }
  await company.ground.inTenant(company.tenant, async (ctx) => {
    await savePlanDraft(ctx, { planId, ...text })
    return publishPlanVersion(ctx, { planId, note: "more memory" })
  })
}

test("who bought keeps what was bought; who comes later sees the version that is on sale then", async () => {
  await using company = await testCompany()
  const { plan, monthly } = await smallest(company)
  expect(monthly?.amount.minor).toBe("11000")
  const order = await company.placeOrder({})
  await publish(company, plan.id, 13_000n)

  await company.pay(order.attemptId)
  await company.settle()
  const request = await order.by.api.billing.paymentRequests.get({ id: order.requestId })
  expect(request.total.minor).toBe("11000")
  const { serviceIds } = await order.by.api.orders.get({ id: order.orderId })
  const built = await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute<{ memory: number }>(
      sql`select (plan->'resources'->>'memoryMb')::int as memory from provisioning.services where id = ${serviceIds[0]}`,
    ),
  )
  expect(built.rows).toEqual([{ memory: 2_048 }])

  const now = await smallest(company)
  expect(now.plan.versionId).not.toBe(plan.versionId)
  expect(now.plan.resources.memoryMb).toBe(4_096)
  expect(now.plan.prices.map(({ cycle, amount }) => [cycle, amount.minor])).toEqual([
    ["hourly", "20"],
    ["monthly", "13000"],
    ["triennial", "312000"],
  ])
  await company.checkInvariants()
})

test("a cart says what has changed since, and a total that was not on the screen is never owed", async () => {
  await using company = await testCompany()
  const { plan, item } = await smallest(company)
  const { api } = await company.customer()
  const { token, total } = await api.orders.carts.create({ currency: "KRW" }).then(async (cart) => {
    return api.orders.carts.addItem({ token: cart.token, ...item })
  })
  expect(total.minor).toBe("11000")
  await publish(company, plan.id, 13_000n)

  const cart = await api.orders.carts.get({ token })
  expect(cart.items[0]?.before?.unit.minor).toBe("11000")
  expect([cart.items[0]?.unit.minor, cart.total.minor]).toEqual(["13000", "13000"])
  const wish = { cartToken: token, ...terms }
  await expect(api.orders.checkout({ ...wish, totalShown: total })).rejects.toMatchObject({
    code: "orders.total_changed",
  })
  expect((await api.orders.list({})).items).toEqual([])
  const order = await api.orders.checkout({ ...wish, totalShown: cart.total })
  expect(order.total.minor).toBe("13000")
})

test("an order for three years says so on the request; hours are not sold in advance", async () => {
  await using company = await testCompany()
  const { plan, item } = await smallest(company)
  await publish(company, plan.id, 11_000n)
  const { api } = await company.customer()
  const { token } = await api.orders.carts.create({ currency: "KRW" })
  // What the contract does not offer, somebody sends all the same.
  const hourly = { ...item, cycle: "hourly" as "monthly" }
  await expect(api.orders.carts.addItem({ token, ...hourly })).rejects.toMatchObject({ status: 422 })
  await api.orders.carts.addItem({ token, ...item, cycle: "triennial" })
  const { paymentRequestId } = await api.orders.checkout({ cartToken: token, ...terms })
  const request = await api.billing.paymentRequests.get({ id: paymentRequestId ?? "" })
  expect(request.lines[0]).toMatchObject({
    words: "Start · web.example.com (36 months)",
    gross: { minor: "264000" },
  })
})

test("the database itself keeps a published version and its prices", async () => {
  await using company = await testCompany()
  const attempts = [
    sql`update catalog.plan_versions set package_id = 1`,
    sql`delete from catalog.plan_versions`,
    sql`update catalog.prices set amount_minor = 1`,
    sql`delete from catalog.prices`,
    sql`insert into catalog.prices (id, version_id, cycle, currency, amount_minor, setup_minor)
      select 'prc_another', id, 'daily', 'KRW', 1, 0 from catalog.plan_versions limit 1`,
    sql`update catalog.plans set current_version_id = (
      select id from catalog.plan_versions version where version.plan_id <> plans.id limit 1)`,
  ]
  for (const attempt of attempts) {
    const tried = company.ground.inTenant(company.tenant, (ctx) => ctx.db.execute(attempt))
    await expect(tried).rejects.toMatchObject({ cause: { code: "23001" } })
  }
})
