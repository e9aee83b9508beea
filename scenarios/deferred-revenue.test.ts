import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { tearRow } from "#app/testing/tear-row.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { giveBack } from "#billing"

/** In the books, as they stand: what is earned and what is still to be. */
async function standing({ operator }: Company) {
  const { currencies } = await operator.api.ledger.trialBalance.get({})
  const rows = currencies.find(({ currency }) => currency === "KRW")?.rows ?? []
  const of = (account: string) => -BigInt(rows.find((row) => row.account === account)?.closing.minor ?? "0")
  return { revenue: of("revenue:hosting"), deferred: of("deferred:hosting") }
}

async function sell(company: Company) {
  const order = await company.placeOrder()
  await company.pay(order.attemptId)
  await company.settle({ within: { minutes: 10 } })
  const { serviceIds } = await order.by.api.orders.get({ id: order.orderId })
  const { items } = await order.by.api.billing.subscriptions.list({ subject: serviceIds[0] })
  const [start, end] = [items[0]?.periodStart ?? "", items[0]?.periodEnd ?? ""].map((day) =>
    Temporal.PlainDate.from(day),
  )
  if (!start || !end) throw new Error("Nothing began.")
  return { order, start, days: BigInt(start.until(end).days) }
}

/** 10,000 without tax over so many days, half up. */
const earned = (passed: bigint, days: bigint) => (2n * 10_000n * passed + days) / (2n * days)

test("what is paid for days to come is earned as they pass; what is taken back is waited for no more", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { start, days } = await sell(company)
  expect(await standing(company)).toEqual({ revenue: 10_000n, deferred: 0n })
  await company.travel({ days: 3 })
  const today = company.ground.clock.today("Asia/Seoul")
  const passed = BigInt(start.until(today).days)
  expect(passed).toBeGreaterThan(1n)
  const part = earned(passed, days)
  expect(await standing(company)).toEqual({ revenue: part, deferred: 10_000n - part })

  const { items } = await company.operator.api.revenue.months({})
  const whole = items.reduce((sum, one) => sum + BigInt(one.earned.minor), 0n)
  expect(whole).toBe(10_000n)
  expect(items.at(-1)?.deferred.minor).toBe("0")

  const undone = await sell(company)
  await company.travel({ days: 5 })
  await company.ground.inTenant(company.tenant, (ctx) =>
    giveBack(ctx, { paymentRequestId: undone.order.requestId, reason: "no longer wanted" }),
  )
  await company.settle()
  await company.travel({ days: 1 })
  const later = earned(BigInt(start.until(company.ground.clock.today("Asia/Seoul")).days), days)
  // Of the second sale nothing is left, neither earned nor to be earned.
  expect(await standing(company)).toEqual({ revenue: later, deferred: 10_000n - later })
  await company.travel({ days: 40 })
  expect(await standing(company)).toEqual({ revenue: 10_000n, deferred: 0n })
  await company.checkInvariants()
})

test("what is paid far ahead is deferred from the month in which it is paid, not from that in which it begins", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { order } = await sell(company)
  const { api } = order.by
  const [subscription] = (await api.billing.subscriptions.list({})).items
  const { paymentRequestId } = await api.billing.subscriptions.extend({
    id: subscription?.id ?? "",
    cycles: 6,
  })
  const attempt = await api.billing.paymentRequests.pay({ id: paymentRequestId })
  await company.pay(attempt.id)
  await company.settle({ within: { minutes: 10 } })
  await company.travel({ days: 1 })
  const { items } = await company.operator.api.revenue.months({})
  const deferred = items.map((one) => BigInt(one.deferred.minor))
  // Nothing more is paid, so it only shrinks, from nearly all seven months to nothing.
  expect(deferred[0]).toBeGreaterThan(60_000n)
  expect(deferred).toEqual([...deferred].sort((first, second) => Number(second - first)))
  expect(deferred.at(-1)).toBe(0n)
})

test("one invoice whose days can't be booked is named, the others' are booked on their day, and it is caught up with once", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { api } = company.operator
  const first = await sell(company)
  const bad = await sell(company)
  await sell(company)
  await company.travel({ days: 1 })
  const { items } = await bad.order.by.api.billing.invoices.list({})
  const invoiceId = items[0]?.id ?? ""
  const days = () => BigInt(first.start.until(company.ground.clock.today("Asia/Seoul")).days)
  const kept = 10_000n - earned(days(), first.days)
  await using torn = await tearRow(company, {
    table: "revenue.deferrals",
    act: "update or delete",
    told: "old.invoice_id",
    id: invoiceId,
    words: "A torn page.",
  })
  await company.travel({ days: 2 })
  await company.settle()
  const part = earned(days(), first.days)
  expect(await standing(company)).toEqual({
    revenue: 2n * part + 10_000n - kept,
    deferred: 2n * (10_000n - part) + kept,
  })
  const stuck = async () => (await api.operations.list({ state: ["stuck"] })).items
  expect(await stuck()).toMatchObject([
    {
      name: "revenue.catch-up",
      subjects: [invoiceId],
      why: expect.stringContaining("A torn page.") as string,
    },
  ])

  await torn.mend()
  const [named] = await stuck()
  await api.operations.retry({ id: named?.id ?? "" })
  await company.settle()
  expect(await stuck()).toEqual([])
  const all = () => {
    const now = earned(days(), first.days)
    return { revenue: 3n * now, deferred: 3n * (10_000n - now) }
  }
  expect(await standing(company)).toEqual(all())
  await company.travel({ days: 1 })
  expect(await standing(company)).toEqual(all())
  await company.travel({ days: 40 })
  expect(await standing(company)).toEqual({ revenue: 30_000n, deferred: 0n })
  await company.checkInvariants()
})
