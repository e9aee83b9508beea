import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

/** 1,000 GB come with it; the next 1,000 cost 10 won each, what goes beyond 5. */
const traffic = {
  id: "traffic",
  name: { en: "Traffic", ko: "트래픽" },
  unit: { en: "GB", ko: "GB" },
  included: "1000",
  model: "graduated",
  tiers: [
    { upTo: "1000", prices: { KRW: "10", USD: "0.0075" } },
    { upTo: null, prices: { KRW: "5", USD: "0.00375" } },
  ],
} as const

const hours = {
  id: "hours",
  name: { en: "Running time", ko: "실행 시간" },
  unit: { en: "hours", ko: "시간" },
  counts: "time",
  tiers: [{ upTo: null, prices: { KRW: "300", USD: "0.20" } }],
} as const

test("use is told once, put right by a further record, and asked for with the next renewal", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const [buyer, other] = [await company.customer(), await company.customer()]
  const planId = await sellByUse(company)
  const id = await agree(company, buyer, planId, "KRW")
  const byHour = await agree(company, other, planId, "USD")
  await record(company, id)
  await runSessions(company, byHour)
  await company.travel({ days: 18 })
  await payCurrent(company, other, byHour)
  await bill(company, buyer, id, () => runOverTheEnd(company, byHour))
  await billSessions(company, other, byHour)
  await end(company, buyer, id)
  await company.checkInvariants()
  await expect(other.api.usage.records.list({ id })).rejects.toThrow("billing.subscription_missing")
  await expect(buyer.api.usage.records.add({ records: [wish(id, "x", "1")] })).rejects.toThrow(
    "request.not_allowed",
  )
})

/** A version with a meter; what can't be billed as it is written is refused at its field. */
async function sellByUse(company: Company): Promise<string> {
  const { products, range } = company.operator.api.catalog
  const planId = (await products.list({})).items[0]?.plans[0]?.id ?? ""
  const text = (await range.plans.get({ id: planId })).versions[0]?.text
  if (!text) throw new Error("The demo's first plan was never published.")
  const wrong = [
    [[traffic, traffic], "catalog.meter_taken"],
    [[{ ...traffic, model: "flat" }], "catalog.meter_tiers"],
    [[{ ...traffic, tiers: [...traffic.tiers].reverse() }], "catalog.meter_tiers"],
    [[{ ...traffic, model: "package", tiers: [traffic.tiers[1]] }], "catalog.meter_package"],
    [
      [{ ...traffic, tiers: [{ upTo: "5", prices: { KRW: "1" } }, traffic.tiers[1]] }],
      "catalog.meter_prices",
    ],
  ] as const
  for (const [meters, code] of wrong) {
    const sent = {
      ...text,
      id: planId,
      meters: meters.map((meter) => ({ ...meter, tiers: [...meter.tiers] })),
    }
    await expect(range.plans.saveDraft(sent), code).rejects.toThrow(code)
  }
  await range.plans.saveDraft({
    ...text,
    id: planId,
    meters: [traffic, hours].map((meter) => ({ ...meter, tiers: [...meter.tiers] })),
  })
  const [version] = (await range.plans.publish({ id: planId })).versions
  expect(version?.changes?.fields).toMatchObject([
    { field: "meter", of: traffic.name, before: "" },
    { field: "meter", of: hours.name, before: "" },
  ])
  const shown = (await products.list({ currency: "USD" })).items[0]?.plans[0]?.meters
  expect(shown).toMatchObject([
    { id: "traffic", tiers: [{ price: "0.0075" }, { price: "0.00375" }] },
    { id: "hours", tiers: [{ price: "0.20" }] },
  ])
  const preview = await company.operator.api.usage.prices.preview({
    meter: { ...traffic, tiers: [...traffic.tiers] },
    quantity: "2234",
  })
  expect(preview.costs.map(({ amount }) => amount)).toEqual([won("11170"), { minor: "838", currency: "USD" }])
  return planId
}

/** From 12 March on: 11,000 won a month, or dollars. */
async function agree(
  company: Company,
  buyer: Shopper,
  planId: string,
  currency: "KRW" | "USD",
): Promise<string> {
  const { subscriptions, paymentRequests } = company.operator.api.billing
  const { id, paymentRequestId } = await subscriptions.create({
    accountId: buyer.accountId ?? "",
    planId,
    cycle: "monthly",
    currency,
    startsOn: "2026-03-12",
  })
  await company.settle()
  const request = await paymentRequests.get({ id: paymentRequestId ?? "" })
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: request.id })
  await company.pay(attempt.id)
  await company.settle()
  return id
}

function wish(subscriptionId: string, key: string, quantity: string, usedAt = "2026-03-20T03:00:00Z") {
  return { subscriptionId, meter: "traffic", quantity, usedAt, key }
}

/** 2,500 GB are told twice and kept once; 266 too many are taken off. */
async function record(company: Company, id: string): Promise<void> {
  await company.travel({ days: 20 })
  const { records } = company.operator.api.usage
  const sent = [wish(id, "a", "2000.5"), wish(id, "b", "499.5", "2026-03-21T03:00:00Z")]
  const first = await records.add({ records: sent })
  expect(first.records.map(({ isNew, countsOn }) => [isNew, countsOn])).toEqual([
    [true, "2026-03-20"],
    [true, "2026-03-21"],
  ])
  const again = await records.add({
    records: [wish(id, "a", "2000.50"), wish(id, "c", "1"), wish(id, "c", "1")],
  })
  expect(again.records.map(({ isNew }) => isNew)).toEqual([false, true, false])
  expect(again.records[0]?.id).toBe(first.records[0]?.id)
  const corrects = first.records[1]?.id ?? ""
  const reason = "Counted twice."
  const wrong = [
    [wish(id, "a", "7"), "usage.key_taken"],
    [wish(id, "d", "-1"), "usage.quantity_wrong"],
    [wish(id, "d", "0"), "usage.quantity_wrong"],
    [{ ...wish(id, "d", "-500"), corrects, reason }, "usage.correction_wrong"],
    [{ ...wish(id, "d", "-1"), corrects }, "usage.correction_wrong"],
    [{ ...wish(id, "d", "1"), meter: "disk" }, "usage.meter_missing"],
    [wish("sub_0", "d", "1"), "usage.meter_missing"],
    [wish(id, "d", "1", "2026-04-20T03:00:00Z"), "usage.used_when"],
  ] as const
  for (const [one, code] of wrong) {
    // What is right beside it isn't kept either.
    await expect(records.add({ records: [wish(id, "e", "1"), one] }), code).rejects.toThrow(code)
  }
  const right = { ...wish(id, "d", "-267", "2026-03-21T03:00:00Z"), corrects, reason }
  await records.add({ records: [right] })
  await records.add({ records: [right] })
  const { items } = await records.list({ id })
  expect(items.map(({ key, quantity }) => [key, quantity]).toSorted()).toEqual([
    ["a", "2000.5"],
    ["b", "499.5"],
    ["c", "1"],
    ["d", "-267"],
  ])
  const audits = (await company.operator.api.audit.entries.list({ subjectId: id })).items
  expect(audits.filter(({ act }) => act === "usage.corrected")).toMatchObject([
    { reason, after: { corrects } },
  ])
}

/** March's 2,234 GB come with the request of 5 May: 1,000 × 10 + 234 × 5 won. Taken back, it comes with the next one. */
async function bill(
  company: Company,
  buyer: Shopper,
  id: string,
  overTheEnd: () => Promise<void>,
): Promise<void> {
  const { subscriptions, paymentRequests, invoices } = buyer.api.billing
  const current = async () => {
    const { paymentRequestId } = await subscriptions.get({ id })
    return paymentRequests.get({ id: paymentRequestId ?? "" })
  }
  const april = await current()
  expect(april).toMatchObject({ purpose: "renewal", total: won("11000"), lines: [{}] })
  await pay(company, buyer, april.id)
  // Told when March is counted already: it counts in April, and March stays what it was.
  await overTheEnd()
  const { records } = company.operator.api.usage
  const late = await records.add({ records: [wish(id, "late", "1500", "2026-04-01T03:00:00Z")] })
  expect(late.records).toMatchObject([{ countsOn: "2026-04-12" }])
  await company.travel({ days: 22 })
  const first = await current()
  await company.operator.api.billing.paymentRequests.withdraw({
    id: first.id,
    reason: "Asked for too early.",
  })
  await company.travel({ days: 1 })
  const may = await current()
  expect(may.id).not.toBe(first.id)
  for (const { total, lines } of [first, may]) {
    expect(total).toEqual(won("22170"))
    expect(lines.map(({ periodStart, periodEnd, gross }) => [periodStart, periodEnd, gross])).toEqual([
      ["2026-05-12", "2026-06-12", won("11000")],
      ["2026-03-12", "2026-04-12", won("11170")],
    ])
  }
  await pay(company, buyer, may.id)
  const [invoice] = (await invoices.list({})).items
  const paper = await invoices.get({ id: invoice?.id ?? "" })
  const line = paper.lines.find(({ periodStart }) => periodStart === "2026-03-12")
  expect(line?.words).toContain("Traffic: 2,234 GB")
  const explained = await invoices.explain({ id: paper.id, lineId: line?.id ?? "" })
  expect(explained).toMatchObject({ isSame: true })
  expect(explained.steps.slice(0, 2)).toEqual([
    "Used 2,234 GB, of which 1,000 GB are included: 1,234 GB are charged.",
    "1,000 × ₩10 + 234 × ₩5 = ₩11,170, rounded once.",
  ])
  expect((await subscriptions.get({ id })).periodEnd).toBe("2026-06-12")
}

/** It ends on 19 May: April's 1,500 GB and the 400 of eight days are asked for by themselves, eight 31sts of 1,000 taken off. */
async function end(company: Company, buyer: Shopper, id: string): Promise<void> {
  const { records } = company.operator.api.usage
  await company.travel({ days: 13 })
  await records.add({ records: [wish(id, "may", "400", "2026-05-15T03:00:00Z")] })
  await company.operator.api.billing.subscriptions.cancel({ id, at: "now" })
  await company.travel({ days: 2 })
  const { items } = await buyer.api.billing.paymentRequests.list({ state: "open" })
  expect(items).toHaveLength(1)
  const request = await buyer.api.billing.paymentRequests.get({ id: items[0]?.id ?? "" })
  expect(request.lines.map(({ periodStart, periodEnd, gross }) => [periodStart, periodEnd, gross])).toEqual([
    ["2026-04-12", "2026-05-12", won("5000")],
    ["2026-05-12", "2026-05-20", won("1419")],
  ])
  await pay(company, buyer, request.id)
  await expect(records.add({ records: [wish(id, "after", "1", "2026-05-16T03:00:00Z")] })).rejects.toThrow(
    "usage.agreement_over",
  )
  await company.travel({ days: 40 })
  expect((await buyer.api.billing.paymentRequests.list({ state: "open" })).items).toEqual([])
}

/** 8, 22 and 65 minutes are 15, 30 and 75: at 20 cents an hour 5, 10 and 25 cents. */
async function runSessions(company: Company, id: string): Promise<void> {
  const { sessions, months } = company.operator.api.usage
  const golden = [
    ["one", "08", "0.25", "5"],
    ["two", "22", "0.75", "15"],
    ["three", "65", "2", "40"],
  ] as const
  for (const [key, minutes, used, minor] of golden) {
    const startedAt = "2026-03-14T01:00:00Z"
    const stoppedAt = Temporal.Instant.from(startedAt)
      .add({ minutes: Number(minutes) })
      .toString()
    const wish = { subscriptionId: id, meter: "hours", key, startedAt }
    await sessions.record(wish)
    const stopped = await sessions.record({ ...wish, stoppedAt })
    expect(await sessions.record({ ...wish, stoppedAt })).toEqual(stopped)
    const { meters } = await months.get({ id })
    expect(meters.find((meter) => meter.id === "hours")).toMatchObject({
      used,
      running: 0,
      amount: { minor, currency: "USD" },
    })
  }
  const wish = { subscriptionId: id, meter: "hours", key: "three", startedAt: "2026-03-14T01:00:00Z" }
  const wrong = [
    [{ ...wish, stoppedAt: "2026-03-14T03:00:00Z" }, "usage.key_taken"],
    [{ ...wish, key: "four", meter: "traffic" }, "usage.no_time"],
    [{ ...wish, key: "four", stoppedAt: "2026-03-14T00:00:00Z" }, "usage.stopped_when"],
  ] as const
  for (const [one, code] of wrong) await expect(sessions.record(one), code).rejects.toThrow(code)
  expect((await sessions.list({ id })).items).toHaveLength(3)
}

/** From 17:50 on 11 April until 00:12 on the 12th, told a day later: 6 h 10 min belong to March's month, 20 min to April's. */
async function runOverTheEnd(company: Company, id: string): Promise<void> {
  const { sessions, months } = company.operator.api.usage
  await company.travel({ days: 2 })
  const wish = { subscriptionId: id, meter: "hours", key: "long", startedAt: "2026-04-11T08:50:00Z" }
  await sessions.record(wish)
  // Running it counts as if it stopped now: begun quarters are whole ones.
  const { meters } = await months.get({ id })
  expect(meters.find((meter) => meter.id === "hours")).toMatchObject({ used: "2.25", running: 1 })
  await company.travel({ days: 2 })
  await sessions.record({ ...wish, stoppedAt: "2026-04-11T15:12:00Z" })
}

async function billSessions(company: Company, other: Shopper, id: string): Promise<void> {
  const request = await payCurrent(company, other, id)
  const used = request.lines.find(({ periodEnd }) => periodEnd === "2026-04-12")
  // 8 h 10 min at 20 cents; with the 20 minutes of the next month 8.5 hours, 1.70.
  expect(used).toMatchObject({ gross: { minor: "163", currency: "USD" } })
  expect(used?.words).toContain("8.1667 hours")
  const { meters, from } = await other.api.usage.months.get({ id })
  expect(from).toBe("2026-04-12")
  expect(meters.find((meter) => meter.id === "hours")?.amount).toEqual({ minor: "7", currency: "USD" })
}

async function payCurrent(company: Company, buyer: Shopper, id: string) {
  const { subscriptions, paymentRequests } = buyer.api.billing
  const { paymentRequestId } = await subscriptions.get({ id })
  const request = await paymentRequests.get({ id: paymentRequestId ?? "" })
  await pay(company, buyer, request.id)
  return request
}

async function pay(company: Company, buyer: Shopper, id: string): Promise<void> {
  const attempt = await buyer.api.billing.paymentRequests.pay({ id })
  await company.pay(attempt.id)
  await company.settle()
}
