import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

test("staff set up what nobody builds: paid it begins on its day, goes on, stands still unpaid; unpaid or over it is deleted and restored", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const [buyer, other] = [await company.customer(), await company.customer()]
  const id = await setUp(company, buyer)
  await payFirst(company, buyer, id)
  await deleteUnpaid(company, buyer)
  await company.checkInvariants()
  await runOn(company, buyer, id)
  await expect(other.api.billing.subscriptions.get({ id })).rejects.toThrow("billing.subscription_missing")
  await company.checkInvariants()
})

async function wishFor(company: Company, buyer: Shopper) {
  const { items } = await company.operator.api.catalog.products.list({})
  return {
    accountId: buyer.accountId ?? "",
    planId: items[0]?.plans[0]?.id ?? "",
    cycle: "monthly",
    currency: "KRW",
  } as const
}

/** On 2 March, to begin on the 12th: three seats at 9,000 instead of 11,000. */
async function setUp(company: Company, buyer: Shopper): Promise<string> {
  const { subscriptions } = company.operator.api.billing
  const wish = await wishFor(company, buyer)
  const price = won("9000")
  const wrong = [
    [{ price }, "billing.agreed_price_reason"],
    [{ price: { minor: "900", currency: "USD" } }, "billing.agreed_price_wrong"],
    [{ price: won("0") }, "billing.agreed_price_wrong"],
    [{ startsOn: "2026-03-01" }, "billing.start_when"],
    [{ startsOn: "2027-03-04" }, "billing.start_when"],
    [{ collection: "automatic" }, "billing.no_method_to_charge"],
    [{ cycle: "triennial", currency: "GBP" }, "catalog.price_missing"],
    [{ accountId: "acc_0" }, "identity.account_missing"],
  ] as const
  for (const [other, code] of wrong) {
    await expect(subscriptions.create({ ...wish, ...other }), code).rejects.toThrow(code)
  }
  const one = await subscriptions.create({
    ...wish,
    price,
    reason: "A year's promise.",
    quantity: 3,
    label: "Head office",
    startsOn: "2026-03-12",
    memo: "Signed on paper.",
    purchaseOrder: "PO-12",
  })
  expect(one).toMatchObject({
    state: "pending",
    subject: one.id,
    words: { en: expect.stringContaining(" · Head office") },
    price: won("27000"),
    startsOn: "2026-03-12",
    periodStart: null,
    lastDay: null,
    memo: "Signed on paper.",
    can: { delete: true, cancel: false },
  })
  const { items } = await company.operator.api.audit.entries.list({ subjectId: one.id })
  expect(items).toMatchObject([{ act: "billing.subscription-set-up", reason: "A year's promise." }])
  return one.id
}

async function payFirst(company: Company, buyer: Shopper, id: string): Promise<void> {
  await company.settle()
  const { subscriptions, paymentRequests } = buyer.api.billing
  const { paymentRequestId } = await subscriptions.get({ id })
  const request = await paymentRequests.get({ id: paymentRequestId ?? "" })
  expect(request).toMatchObject({
    total: won("27000"),
    purchaseOrder: "PO-12",
    dueOn: "2026-03-12",
    lines: [{ periodStart: "2026-03-12", periodEnd: "2026-04-12" }],
  })
  const { mails } = await company.books()
  expect(mails.filter(({ subject }) => subject.startsWith("Payment request PR-"))).toHaveLength(1)
  const attempt = await paymentRequests.pay({ id: request.id })
  await company.pay(attempt.id)
  await company.settle()
  expect(await company.operator.api.billing.subscriptions.get({ id })).toMatchObject({
    state: "active",
    startsOn: null,
    periodStart: "2026-03-12",
    periodEnd: "2026-04-12",
    nextRequestOn: "2026-04-04",
    paidTotal: won("27000"),
    can: { delete: false },
  })
}

async function deleteUnpaid(company: Company, buyer: Shopper): Promise<void> {
  const { subscriptions } = company.operator.api.billing
  const { id, paymentRequestId } = await subscriptions.create(await wishFor(company, buyer))
  const gone = await subscriptions.delete({ id, reason: "Set up twice." })
  expect(gone).toMatchObject({ state: "cancelled", can: { delete: false, restore: true } })
  expect(gone.deletedAt).not.toBeNull()
  const request = await buyer.api.billing.paymentRequests.get({ id: paymentRequestId ?? "" })
  expect(request.state).toBe("withdrawn")
  await expect(buyer.api.billing.subscriptions.get({ id })).rejects.toThrow("billing.subscription_missing")
  const idsOf = async (deleted?: true) =>
    (await subscriptions.list(deleted ? { deleted } : {})).items.map((one) => one.id)
  expect(await idsOf()).not.toContain(id)
  expect(await idsOf(true)).toEqual([id])
  expect((await subscriptions.counts()).counts.cancelled).toBe(0)
  await subscriptions.restore({ id, reason: "It is asked about." })
  expect(await idsOf()).toContain(id)
  expect((await subscriptions.counts()).counts.cancelled).toBe(1)
  expect(await buyer.api.billing.subscriptions.get({ id })).toMatchObject({
    state: "cancelled",
    lastDay: null,
  })
}

/** A week before its end it is asked for, and unpaid it is suspended: no machine is looked for that nobody built. */
async function runOn(company: Company, buyer: Shopper, id: string): Promise<void> {
  const { subscriptions } = company.operator.api.billing
  await expect(subscriptions.delete({ id, reason: "No." })).rejects.toThrow(
    "billing.subscription_not_deletable",
  )
  await company.travel({ days: 33 })
  const { paymentRequestId } = await buyer.api.billing.subscriptions.get({ id })
  expect(await buyer.api.billing.paymentRequests.get({ id: paymentRequestId ?? "" })).toMatchObject({
    purpose: "renewal",
    total: won("27000"),
    purchaseOrder: "PO-12",
  })
  await company.travel({ days: 16 })
  expect(await subscriptions.get({ id })).toMatchObject({ state: "suspended" })
  await subscriptions.cancel({ id, at: "now" })
  await company.settle()
  expect((await company.operator.api.operations.list({ state: ["stuck"] })).items).toEqual([])
  expect((await subscriptions.delete({ id, reason: "Over." })).deletedAt).not.toBeNull()
}
