import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

/** Bought on 2 and 10 March 2026 at 11,000 won a month; on 26 March everything is put on the 1st. */
test("one billing day: seen before, the next times by days, and from then on one request and one invoice", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const by = await company.customer()
  const id = by.accountId ?? ""
  const { billing } = by.api
  const buy = async () => {
    const order = await company.placeOrder({ by })
    await company.pay(order.attemptId)
    await company.settle()
  }
  const list = async () => (await billing.subscriptions.list({ order: "oldest" })).items
  await buy()
  await company.travel({ days: 8 })
  await buy()
  await company.travel({ days: 16 })
  const [first] = await list()
  const asked = first?.paymentRequestId ?? ""
  expect(await billing.paymentRequests.get({ id: asked })).toMatchObject({ total: { minor: "11000" } })

  const seen = await billing.billingDay.get({ id, day: 1 })
  expect(seen).toMatchObject({ day: null, preview: { day: 1, totals: [{ minor: "18333" }] } })
  expect(
    seen.preview?.items.map(({ start, lastDay, share, charge }) => [start, lastDay, share, charge.minor]),
  ).toEqual([
    ["2026-04-02", "2026-04-30", { days: 29, of: 30 }, "10633"],
    ["2026-04-10", "2026-04-30", { days: 21, of: 30 }, "7700"],
  ])
  expect(await billing.billingDay.choose({ id, day: 1 })).toEqual({ day: 1, preview: null })
  expect(await billing.paymentRequests.get({ id: asked })).toMatchObject({ state: "withdrawn" })

  const pay = async (requestId: string) => {
    const attempt = await billing.paymentRequests.pay({ id: requestId })
    await company.pay(attempt.id)
    await company.settle()
  }
  const anew = (await list())[0]?.paymentRequestId ?? ""
  expect(await billing.paymentRequests.get({ id: anew })).toMatchObject({
    total: { minor: "10633" },
    lines: [{ periodStart: "2026-04-02", periodEnd: "2026-05-01" }],
  })
  await pay(anew)
  await company.checkInvariants()
  const [invoice] = (await billing.invoices.list({})).items
  const { lines } = await billing.invoices.get({ id: invoice?.id ?? "" })
  const told = await billing.invoices.explain({
    id: invoice?.id ?? "",
    lineId: lines[0]?.id ?? "",
    language: "en",
  })
  expect(told.steps[0]).toContain("29 of its 30 days")
  expect(told.isSame).toBe(true)

  await company.travel({ days: 7 })
  const preview = await company.operator.api.billing.renewalRun.preview({ on: "2026-04-24" })
  expect(preview.stops).toEqual([])
  await pay((await list())[1]?.paymentRequestId ?? "")
  expect((await list()).map(({ periodEnd, nextRequestOn }) => [periodEnd, nextRequestOn])).toEqual([
    ["2026-05-01", "2026-04-23"],
    ["2026-05-01", "2026-04-23"],
  ])
  await company.travel({ days: 21 })
  const [one, other] = await list()
  expect(one?.paymentRequestId).not.toBeNull()
  expect(one?.paymentRequestId).toBe(other?.paymentRequestId)
  await pay(one?.paymentRequestId ?? "")
  expect((await billing.invoices.list({})).items[0]).toMatchObject({ total: { minor: "22000" } })
  expect((await list()).map(({ periodStart, periodEnd }) => [periodStart, periodEnd])).toEqual([
    ["2026-05-01", "2026-06-01"],
    ["2026-05-01", "2026-06-01"],
  ])
  await buy()
  expect((await list())[2]).toMatchObject({ state: "active" })
  const ahead = (await billing.billingDay.get({ id, day: 1 })).preview?.items ?? []
  expect(ahead.map(({ share }) => share !== null)).toEqual([false, false, true])
  await company.checkInvariants()
})
