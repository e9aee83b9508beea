import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

/** The smallest server, a month at 11,000 won from 2 March. */
async function buy(company: Company) {
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await buyer.api.billing.subscriptions.list({})).items
  const id = subscription?.id ?? ""
  return { buyer, id, now: () => buyer.api.billing.subscriptions.get({ id }) }
}

/** The next month is asked for on the first day of this one, so that nobody waits for it here. */
async function askEarly(company: Company): Promise<void> {
  const { collectingPolicy } = company.operator.api.billing
  await collectingPolicy.save({ ...(await collectingPolicy.get()), requestDays: 60 })
}

/** What a wrong price does to an agreement that was moved to it. */
function reprice(company: Company, id: string, minor: number) {
  return company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute(
      sql`update billing.subscriptions set unit_minor = ${minor}, next_minor = ${minor} where id = ${id}`,
    ),
  )
}

test("a run is seen before it asks; out of line it waits for a person, and asks for what that person saw", async () => {
  await using company = await testCompany()
  const [first, second] = [await buy(company), await buy(company)]
  const { renewalRun } = company.operator.api.billing
  expect(await renewalRun.preview({})).toMatchObject({ on: "2026-03-03", isHeld: false, stops: [], sums: [] })
  await askEarly(company)
  expect(await renewalRun.preview({})).toMatchObject({
    stops: [],
    sums: [
      { subscriptions: 2, accounts: 2, automatic: 0, now: won("22000"), before: won("22000"), percent: 0 },
    ],
    changes: [],
  })

  await reprice(company, first.id, 110_000)
  const ahead = await renewalRun.preview({ on: "2026-03-09" })
  expect(ahead).toMatchObject({
    stops: ["line"],
    sums: [{ now: won("121000"), before: won("22000"), percent: 450 }],
    changes: [{ subscriptionId: first.id, now: won("110000"), before: won("11000"), percent: 900 }],
  })
  await expect(renewalRun.confirm({ sums: [won("121000")] })).rejects.toMatchObject({
    code: "billing.run_not_held",
  })

  await company.travel({ days: 1 })
  expect(await renewalRun.held()).toEqual({ heldOn: "2026-03-03" })
  const held = await renewalRun.preview({})
  expect(held).toMatchObject({ on: "2026-03-03", isHeld: true, stops: ["line"] })
  expect([(await first.now()).paymentRequestId, (await second.now()).paymentRequestId]).toEqual([null, null])
  await expect(renewalRun.confirm({ sums: [won("22000")] })).rejects.toMatchObject({
    code: "billing.run_changed",
  })
  await expect(second.buyer.api.billing.renewalRun.preview({})).rejects.toMatchObject({ status: 403 })

  expect(await renewalRun.confirm({ sums: held.sums.map(({ now }) => now) })).toMatchObject({ isHeld: false })
  await company.settle()
  const requests = await Promise.all(
    [first, second].map(async ({ buyer, now }) =>
      buyer.api.billing.paymentRequests.get({ id: (await now()).paymentRequestId ?? "" }),
    ),
  )
  expect(requests.map(({ total }) => total.minor)).toEqual(["110000", "11000"])
  const { items } = await company.operator.api.audit.entries.list({ subjectId: "2026-03-03" })
  expect(items.map(({ act }) => act).sort()).toEqual(["billing.run-confirmed", "billing.run-held"])
  await company.checkInvariants()
})

test("put right, the next day's run goes on by itself and asks for both days; zero asks nobody to look", async () => {
  await using company = await testCompany()
  const [first, second] = [await buy(company), await buy(company)]
  const { renewalRun, collectingPolicy } = company.operator.api.billing
  await askEarly(company)
  await reprice(company, first.id, 110_000)
  await company.travel({ days: 1 })
  expect(await renewalRun.preview({})).toMatchObject({ isHeld: true })
  await reprice(company, first.id, 11_000)
  await company.travel({ days: 1 })
  expect(await renewalRun.preview({})).toMatchObject({ isHeld: false })
  expect((await first.now()).paymentRequestId).not.toBeNull()
  expect((await second.now()).paymentRequestId).not.toBeNull()

  const third = await buy(company)
  await reprice(company, third.id, 110_000)
  await collectingPolicy.save({ ...(await collectingPolicy.get()), stopTotalPercent: 0, stopLinePercent: 0 })
  await company.travel({ days: 1 })
  expect((await third.now()).paymentRequestId).not.toBeNull()
  await company.checkInvariants()
})

test("the end of a coupon is no rise: what it costs by itself may be expected", async () => {
  await using company = await testCompany()
  const { renewalRun, collectingPolicy } = company.operator.api.billing
  const first = await buy(company)
  await askEarly(company)
  await collectingPolicy.save({ ...(await collectingPolicy.get()), stopLinePercent: 10 })
  // As if its first month had been bought at a fifth of the price.
  const coupon = {
    id: "cpn_trial",
    code: "FIRST",
    percent: "80",
    amountMinor: null,
    periods: 1,
    isExclusive: false,
    planIds: [],
  }
  await company.ground.inTenant(company.tenant, async (ctx) => {
    await ctx.db.execute(
      sql`update billing.subscriptions set discounts = ${JSON.stringify([coupon])}::jsonb where id = ${first.id}`,
    )
    await ctx.db.execute(
      sql`update billing.subscription_periods set gross_minor = 2200 where subscription_id = ${first.id}`,
    )
  })
  expect(await renewalRun.preview({})).toMatchObject({
    stops: [],
    sums: [{ now: won("11000"), before: won("2200"), percent: 400 }],
  })
  await reprice(company, first.id, 22_000)
  expect(await renewalRun.preview({})).toMatchObject({ stops: [] })
  const second = await buy(company)
  await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute(
      sql`update billing.subscriptions set next_request_on = '2026-03-02' where id = ${second.id}`,
    ),
  )
  await reprice(company, second.id, 13_000)
  expect(await renewalRun.preview({})).toMatchObject({ stops: ["line"] })
})
