import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

// Somebody with more services of one plan than any list, paper or mail holds at once.

const MANY = 520
const won = (minor: number | string) => ({ minor: String(minor), currency: "KRW" as const })

/** A server bought as anybody buys, and its agreement as many times; by a business, which is told and not asked. */
async function buyMany(company: Company, kind: "business" | "consumer" = "business") {
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  await company.ground.inTenant(company.tenant, async (ctx) => {
    await ctx.db.execute(sql`update identity.accounts set kind = ${kind} where id = ${by.accountId}`)
    await ctx.db.execute(sql`
      with many as (
        insert into billing.subscriptions
          (id, account_id, account_name, subject, plan_id, version_id, price_id, words, currency, unit_minor, next_minor,
            quantity, cycle, state, collection, paid_at, anchor_on, period_number, period_start, period_end,
            next_request_on, created_at)
        select 'sub_' || lpad(n::text, 26, '0'), account_id, account_name, 'svc_' || lpad(n::text, 26, '0'), plan_id,
          version_id, price_id, words, currency, unit_minor, next_minor, quantity, cycle, state, collection, paid_at,
          anchor_on, period_number, period_start, period_end, next_request_on, created_at
        from billing.subscriptions, generate_series(2, ${MANY}::integer) as n
        where account_id = ${by.accountId}
        returning *)
      insert into billing.subscription_periods
        (id, subscription_id, number, cycles, start_on, end_on, gross_minor, anchor_on, created_at)
      select 'spe_' || substr(id, 5), id, period_number, 1, period_start, period_end, unit_minor, anchor_on, created_at
      from many`)
  })
  const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    company.ground.inTenant(company.tenant, async (ctx) => (await ctx.db.execute<Row>(query)).rows)
  const mails = async (part: string) =>
    (await readMails(company, by.email)).filter(({ subject }) => subject.includes(part)).length
  return { by, rows, mails }
}

async function publish({ operator }: Company, amount: string, acceptedPercent?: number) {
  const { plans, products } = operator.api.catalog.range
  const planId = (await products.list()).items[0]?.plans[0]?.id ?? ""
  const [first] = (await plans.get({ id: planId })).versions
  if (!first) throw new Error("The smallest server is not on sale.")
  const { name, resources, packageId } = first.text
  const prices = { KRW: { ...first.text.prices.KRW, monthly: { amount, setupFee: "0" } } }
  await plans.saveDraft({ id: planId, name, resources, packageId, prices })
  await plans.publish({ id: planId, ...(acceptedPercent ? { acceptedPercent } : {}) })
  const [wrong] = (await plans.get({ id: planId })).versions
  return { planId, wrongVersionId: wrong?.id ?? "", rightVersionId: first.id }
}

test("all of somebody's many services are asked for, on as many requests as they fill, and each is paid whole", async () => {
  await using company = await testCompany()
  const { by, rows } = await buyMany(company)
  await company.travel({ days: 24 })
  await company.settle()
  const { items } = await by.api.billing.paymentRequests.list({ state: "open" })
  expect(items.map(({ total }) => total.minor).toSorted()).toEqual([
    String(20 * 11_000),
    String(500 * 11_000),
  ])
  for (const { id, total } of items) {
    const request = await by.api.billing.paymentRequests.get({ id })
    expect(request.lines.length * 11_000).toBe(Number(total.minor))
    const attempt = await by.api.billing.paymentRequests.pay({ id })
    await company.pay(attempt.id)
    await company.settle()
    const { invoiceId } = await by.api.billing.paymentRequests.get({ id })
    const invoice = await by.api.billing.invoices.get({ id: invoiceId ?? "" })
    expect(invoice).toMatchObject({ total })
    expect(invoice.lines).toHaveLength(request.lines.length)
  }
  const paid = sql`select count(*)::int as count from billing.subscriptions
    where account_id = ${by.accountId} and period_number = 2 and request_id is null`
  expect(await rows(paid)).toEqual([{ count: MANY }])
  await company.checkInvariants()
})

test("another price: all are told on its day, by name, and all hear when it does not come", async () => {
  await using company = await testCompany()
  const { by, rows, mails } = await buyMany(company, "consumer")
  const { planId } = await publish(company, "13200")
  const { changes, simulate } = company.operator.api.repricing
  expect((await simulate({ planId })).sums).toMatchObject([
    { subscriptions: MANY, accounts: 1, mustConsent: MANY, more: { difference: won(MANY * 2200) } },
  ])
  const change = await changes.start({ planId })
  await company.settle()
  await company.travel({ days: 1 })
  await company.settle()
  const counted = async () => {
    const [row] = await rows<{ told: number; stopped: number; open: number }>(sql`
      select count(*) filter (where told_at is not null)::int as told,
        count(*) filter (where state = 'stopped')::int as stopped,
        count(*) filter (where state in ('waiting', 'told'))::int as open
      from repricing.price_change_items`)
    return row
  }
  expect(await counted()).toEqual({ told: MANY, stopped: 0, open: MANY })
  expect(await mails("new price")).toBe(3)
  const all = (await readMails(company, by.email)).filter(({ subject }) => subject.includes("new price"))
  const named = all.reduce((sum, { text }) => sum + text.split("13,200").length - 1, 0)
  expect(named).toBe(MANY)

  // What is answered makes room for what is not.
  const own = async () => (await by.api.repricing.own.list()).items
  const shown = await own()
  expect(shown).toHaveLength(200)
  for (const { id, after } of shown.slice(0, 20)) {
    await by.api.repricing.own.answer({ id, isAgreed: true, expected: after })
  }
  const next = await own()
  expect(next.filter(({ state }) => state === "told")).toHaveLength(200)

  await changes.stop({ id: change.id })
  await company.settle()
  expect(await counted()).toEqual({ told: MANY, stopped: MANY, open: 0 })
  expect(await mails("stays as it is")).toBe(3)
  await company.checkInvariants()
})

test("a wrong price: every agreement, request and invoice is put right, and every one of them is told", async () => {
  await using company = await testCompany()
  const { by, rows, mails } = await buyMany(company)
  const versions = await publish(company, "110000", 900)
  await company.operator.api.repricing.changes.start({ planId: versions.planId, acceptedPercent: 900 })
  await company.travel({ days: 23 })
  const { billing, repricing } = company.operator.api
  const held = await billing.renewalRun.preview({})
  await billing.renewalRun.confirm({ sums: held.sums.map(({ now }) => now) })
  await company.settle()
  const open = async () => (await by.api.billing.paymentRequests.list({ state: "open" })).items
  const [first, second] = (await open()).toSorted(
    (one, other) => Number(other.total.minor) - Number(one.total.minor),
  )
  expect([first?.total, second?.total]).toEqual([won(500 * 110_000), won(20 * 110_000)])
  const attempt = await by.api.billing.paymentRequests.pay({ id: first?.id ?? "" })
  await company.pay(attempt.id)
  await company.settle()

  const { id } = await repricing.corrections.start({ ...versions, reason: "one zero too many" })
  await company.settle()
  expect(await repricing.corrections.get({ id })).toMatchObject({
    state: "over",
    done: MANY + 500,
    left: 0,
    failed: 0,
    credited: [won(500 * 99_000)],
  })
  expect((await open()).map(({ total }) => total)).toEqual([won(20 * 11_000)])
  // One paper takes back what was too much on all lines of an invoice.
  const notes = (await billing.creditNotes.list({ accountId: by.accountId })).items
  expect(notes.map(({ total }) => total)).toEqual([won(500 * 99_000)])
  expect(
    await rows(sql`select count(*)::int as count from billing.subscriptions
    where account_id = ${by.accountId} and unit_minor = 11000`),
  ).toEqual([{ count: MANY }])
  expect(
    await rows(sql`select count(*)::int as count from repricing.correction_items
    where told_at is not null`),
  ).toEqual([{ count: MANY + 500 }])
  expect(await mails("We have corrected a wrong price")).toBe(Math.ceil((MANY + 500) / 200))
  await company.checkInvariants()
})
