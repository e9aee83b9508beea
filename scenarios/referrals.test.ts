import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { creditInvoice } from "#billing"
import type { Context } from "#kit/context.ts"
import { sweepReferrals } from "#referrals"
import { decideReferral } from "#referrals/testing"

const won = (minor: string) => ({ minor, currency: "KRW" as const })
const policy = {
  isOn: true,
  afterDays: 14,
  mostAYear: 1,
  rewards: [{ currency: "KRW" as const, referrer: won("5000"), newcomer: won("3000") }],
}

async function givenOf(by: Shopper) {
  const [standing] = (await by.api.credit.standing({})).items
  return standing?.given.minor ?? "0"
}

/** A new customer who comes by a code, orders and pays. */
async function come(company: Company, referralCode: string, by?: Shopper) {
  const shopper = by ?? (await company.customer())
  const order = await company.placeOrder({ by: shopper, referralCode })
  await company.pay(order.attemptId)
  await company.settle()
  const { invoiceId } = await shopper.api.orders.get({ id: order.orderId })
  return { by: shopper, invoiceId: invoiceId ?? "" }
}

test("a recommendation is rewarded once, on both sides, when the first payment has stood; never one that was refunded", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 9 } })
  const { referrals } = company.operator.api
  const referrer = await company.customer()
  await expect(referrer.api.referrals.own.makeLink({})).rejects.toMatchObject({
    code: "referrals.switched_off",
  })
  const wrong = [{ currency: "KRW" as const, referrer: won("-1"), newcomer: won("0") }]
  await expect(referrals.policy.save({ ...policy, rewards: wrong })).rejects.toMatchObject({
    code: "referrals.amount_wrong",
  })
  await referrals.policy.save(policy)
  const made = await referrer.api.referrals.own.makeLink({})
  const code = made.link?.code ?? ""
  expect((await referrer.api.referrals.own.makeLink({})).link).toEqual(made.link)
  expect(made.link?.url).toContain(`/r/${code}`)

  // One's own link, and somebody who has ordered before, are nothing; the order goes on all the same.
  const old = await company.customer()
  await come(company, "nobody0000", old)
  await come(company, code, old)
  await come(company, code, referrer)
  expect((await referrals.list({})).items).toEqual([])

  const first = await come(company, code)
  const second = await come(company, code)
  const third = await come(company, code)
  const listed = (await referrals.list({ state: "waiting", order: "oldest" })).items
  expect(listed.map(({ accountId }) => accountId)).toEqual(
    [first, second, third].map(({ by }) => by.accountId),
  )
  // What is promised later is promised to others.
  await referrals.policy.save({ ...policy, isOn: false, rewards: [] })

  const today = company.ground.clock.today("Asia/Seoul")
  const sweep = (days: number) =>
    company.ground.inTenant(company.tenant, (ctx) => sweepReferrals(ctx, today.add({ days })))
  await sweep(13)
  expect(await givenOf(referrer)).toBe("0")

  // A refund that has begun and isn't done yet when the day's run comes, twice at the same moment: both wait, and see it.
  const refund = slowly(company, (ctx) => refundIn(ctx, first.invoiceId))
  await refund.isHeld
  const runs = [sweep(14), sweep(14)]
  refund.goOn()
  await Promise.all([refund.isDone, ...runs])
  await sweep(15)
  expect(await givenOf(first.by)).toBe("0")
  expect(await givenOf(second.by)).toBe("3000")
  // Beyond the limit of a year only whoever came gets theirs.
  expect(await givenOf(third.by)).toBe("3000")
  expect(await givenOf(referrer)).toBe("5000")
  expect((await referrals.list({ order: "oldest" })).items).toMatchObject([
    { state: "void", because: "refunded", invoiceId: null },
    { state: "granted", invoiceId: second.invoiceId, referrerGot: won("5000"), newcomerGot: won("3000") },
    { state: "granted", invoiceId: third.invoiceId, referrerGot: won("0"), newcomerGot: won("3000") },
  ])
  await expect(referrals.void({ id: listed[1]?.id ?? "", reason: "a trial" })).rejects.toMatchObject({
    code: "referrals.decided",
  })

  // Both hear of it once, read why on the page of their credit, and nobody reads who the other one is.
  await company.settle()
  const [entry] = (await referrer.api.credit.entries({})).items
  expect(entry).toMatchObject({ cause: "given", kind: "given", amount: won("5000") })
  expect(entry?.reason).toBeTruthy()
  const about = async (by: Shopper) =>
    (await readMails(company, by.email)).filter(({ text }) => text.includes("/portal/credit"))
  for (const by of [referrer, second.by, third.by]) expect(await about(by)).toHaveLength(1)
  expect(await about(first.by)).toEqual([])
  const own = await referrer.api.referrals.own.get({})
  expect(JSON.stringify(own.items)).not.toContain(second.by.accountId)
  expect(own.items).toHaveLength(3)
  await expect(
    second.by.api.referrals.own.get({ accountId: referrer.accountId ?? "" }),
  ).rejects.toMatchObject({
    code: "referrals.account_missing",
  })

  // One that nothing stands against, decided by two runs at the same moment: each gets theirs once.
  await referrals.policy.save({ ...policy, mostAYear: null })
  const broken = await come(company, code)
  const fourth = await come(company, code)
  // And one that can't be decided, between the two: it keeps nobody from theirs.
  await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute(
      sql`update referrals.referrals set rewards = '[{"currency": "KRW", "referrerMinor": "x"}]' where account_id = ${broken.by.accountId}`,
    ),
  )
  await Promise.all([sweep(14), sweep(14)])
  expect(await givenOf(broken.by)).toBe("0")
  expect(await givenOf(fourth.by)).toBe("3000")
  expect(await givenOf(referrer)).toBe("10000")

  // Two decisions at the same moment, and one more within the year's limit: the second waits, and counts the first.
  await referrals.policy.save({ ...policy, mostAYear: 3 })
  const [one, other] = [await come(company, code), await come(company, code)]
  const decide = async (ctx: Context, { by, invoiceId }: typeof one) => {
    const { items } = await referrals.list({ state: "waiting" })
    const referralId = items.find(({ accountId }) => accountId === by.accountId)?.id ?? ""
    await decideReferral(ctx, { referralId, invoiceId, today: today.add({ days: 14 }) })
  }
  const deciding = slowly(company, (ctx) => decide(ctx, one))
  await deciding.isHeld
  const later = company.ground.inTenant(company.tenant, (ctx) => decide(ctx, other))
  deciding.goOn()
  await Promise.all([deciding.isDone, later])
  expect([await givenOf(one.by), await givenOf(other.by)]).toEqual(["3000", "3000"])
  expect(await givenOf(referrer)).toBe("15000")
  await company.checkInvariants()
})

function refundIn(ctx: Context, invoiceId: string) {
  const key = `refund:${invoiceId}`
  return creditInvoice(ctx, { invoiceId, key, wish: "rest", cause: "refund", reason: "a trial" })
}

/** Does it, and holds what it did back until it is told to go on. */
function slowly(company: Company, act: (ctx: Context) => Promise<unknown>) {
  const held = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const isDone = company.ground.inTenant(company.tenant, async (ctx) => {
    await act(ctx)
    held.resolve()
    await gate.promise
  })
  return { isHeld: held.promise, goOn: () => setTimeout(gate.resolve, 300), isDone }
}
