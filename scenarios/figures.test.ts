import pg from "pg"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

type Subscriptions = Company["visitor"]["billing"]["subscriptions"]
type Listed = Awaited<ReturnType<Subscriptions["list"]>>["items"][number]
type Sort = NonNullable<Parameters<Subscriptions["list"]>[0]["sort"]>

test("recurring revenue, churn and ageing: what runs, exact per currency, and what nobody paid", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { analytics, billing } = company.operator.api
  const wishes = [
    { cycle: "monthly" },
    { cycle: "annual" },
    { cycle: "annual" },
    { cycle: "monthly", currency: "USD" },
  ] as const
  for (const wish of wishes) {
    const order = await company.placeOrder(wish)
    await company.pay(order.attemptId)
  }
  await company.placeOrder()
  await company.settle({ within: { minutes: 10 } })

  const { items } = await billing.subscriptions.list({ state: "active" })
  expect(items).toHaveLength(4)
  const priceOf = (currency: string, cycle: string) =>
    items
      .filter((one) => one.price.currency === currency && one.cycle === cycle)
      .reduce((sum, one) => sum + BigInt(one.price.minor), 0n)
  const [yearlyWon, monthlyWon] = [priceOf("KRW", "annual"), priceOf("KRW", "monthly")]
  await goThroughSorts(billing.subscriptions)
  const figures = await analytics.subscriptions.get({})
  expect(figures).toMatchObject({ active: 4, pastDue: 0, users: 4 })
  const won = figures.recurring.find((one) => one.currency === "KRW")
  expect(won?.active.arr.minor).toBe(`${12n * monthlyWon + yearlyWon}`)
  // Half up, once: the two years' prices are added before they are divided.
  expect(won?.active.mrr.minor).toBe(`${monthlyWon + (2n * yearlyWon + 12n) / 24n}`)
  const dollars = figures.recurring.find((one) => one.currency === "USD")
  expect(dollars?.active).toMatchObject({ count: 1, mrr: { minor: `${priceOf("USD", "monthly")}` } })
  // One that staff give for nothing runs, and brings nothing: it is not counted beside the other of its kind.
  const [first] = items.filter((one) => one.cycle === "annual")
  const freed = { id: first?.id ?? "", reason: "A sponsor." }
  await billing.subscriptions.free({ ...freed, until: "2028-01-01" })
  const { active, recurring } = await analytics.subscriptions.get({})
  const wonLeft = recurring.find((one) => one.currency === "KRW")
  expect([active, won?.active.count, wonLeft?.active.count]).toEqual([4, 3, 2])
  expect(wonLeft?.active.arr.minor).toBe(`${12n * monthlyWon + yearlyWon / 2n}`)
  await billing.subscriptions.free({ ...freed, until: null })
  expect(figures.ageing).toEqual([
    { currency: "KRW", bucket: "not_due", count: 1, left: { minor: "11000", currency: "KRW" } },
  ])
  expect(figures.churn).toHaveLength(12)
  expect(figures.churn.at(-1)).toMatchObject({ atStart: 0, begun: 4, ended: 0 })

  const sales = await analytics.sales.get({ count: 3 })
  const wonSales = sales.currencies.find((one) => one.currency === "KRW")
  expect(wonSales?.periods.map(({ period, invoices }) => [period, invoices])).toEqual([
    ["2026-01", 0],
    ["2026-02", 0],
    ["2026-03", 3],
  ])
  expect(wonSales?.total.gross.minor).toBe(`${monthlyWon + yearlyWon}`)
  expect(BigInt(wonSales?.total.net.minor ?? 0) + BigInt(wonSales?.total.tax.minor ?? 0)).toBe(
    monthlyWon + yearlyWon,
  )
  expect(sales.plans).toMatchObject([
    { planId: items[0]?.planId, active: 4, recurring: [{ currency: "KRW" }, { currency: "USD" }] },
  ])
  expect((await analytics.sales.get({ by: "year", count: 1 })).currencies[0]?.periods).toMatchObject([
    { period: "2026" },
  ])

  await letTimePass(company.at.ownerUrl, items[0]?.id ?? "")
  const later = await analytics.subscriptions.get({ months: 2 })
  expect(later.churn.at(-1)).toMatchObject({ atStart: 4, begun: 0, ended: 1 })
  expect(later.ageing).toMatchObject([{ bucket: "to_30", count: 1 }])
})

test("recurring revenue over time: each day is noted as it began, and is not said anew when prices or agreements change", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 2 } })
  const { analytics } = company.operator.api
  const order = await company.placeOrder({ cycle: "monthly" })
  await company.pay(order.attemptId)
  await company.settle({ within: { minutes: 10 } })
  const { currencies } = await analytics.subscriptions.history({})
  expect(currencies).toMatchObject([{ currency: "KRW", points: [{ count: 1, mrr: { minor: "11000" } }] }])

  await company.travel({ days: 2 })
  const second = await company.placeOrder({ cycle: "monthly" })
  await company.pay(second.attemptId)
  await company.settle({ within: { minutes: 10 } })
  const later = await analytics.subscriptions.history({})
  expect(later.currencies[0]?.points.map(({ count, mrr }) => [count, mrr.minor])).toEqual([
    [1, "11000"],
    [2, "22000"],
  ])
})

/** Page by page in each order: nothing is missed or told twice, and the two directions are each other's mirror. */
async function goThroughSorts({ list, counts }: Subscriptions): Promise<void> {
  expect(await counts()).toMatchObject({ counts: { active: 4, trialing: 0 }, trialsEnding: 0 })
  const yearly = await list({ cycle: "annual" })
  expect(yearly.items.map(({ cycle }) => cycle)).toEqual(["annual", "annual"])
  const read: Record<string, (one: Listed) => string> = {
    name: ({ accountName }) => accountName,
    lastDay: ({ lastDay }) => lastDay ?? "",
    nextRequest: ({ nextRequestOn }) => nextRequestOn ?? "",
    price: ({ price }) => `${price.currency} ${price.minor.padStart(12, "0")}`,
  }
  for (const sort of ["name", "lastDay", "nextRequest", "price"] as const) {
    const rising = await listAll(list, sort)
    expect(rising.map(read[sort] ?? String)).toEqual(rising.map(read[sort] ?? String).toSorted())
    expect((await listAll(list, `-${sort}`)).map(({ id }) => id)).toEqual(
      rising.map(({ id }) => id).toReversed(),
    )
  }
  // A page of one order is no page of another: the list begins anew.
  const { next } = await list({ sort: "name", limit: 1 })
  const after = next ?? ""
  expect((await list({ sort: "price", limit: 1, after })).items).toEqual(
    (await list({ sort: "price", limit: 1 })).items,
  )
}

async function listAll(list: Subscriptions["list"], sort: Sort): Promise<Listed[]> {
  const all: Listed[] = []
  for (let after: string | undefined, round = 0; round < 9; round++) {
    const page = await list({ sort, limit: 1, ...(after ? { after } : {}) })
    all.push(...page.items)
    if (!page.next) break
    after = page.next
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(4)
  return all
}

/** As if all of it had begun two months ago, one had ended today, and the request had been due nine days ago. */
async function letTimePass(ownerUrl: string, endedId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`update billing.subscriptions set anchor_on = anchor_on - 62`)
  await owner.query(
    `update billing.subscriptions set state = 'cancelled', ended_at = created_at where id = $1`,
    [endedId],
  )
  await owner.query(`update billing.payment_requests set due_on = due_on - 16 where state = 'open'`)
  await owner.end()
}
