import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

/** Bought on 2 March 2026; its last usable day is 1 April. */
async function openPaid() {
  const company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await by.api.billing.subscriptions.list({})).items
  if (!subscription) throw new Error("Nothing was subscribed to.")
  const { id, subject: serviceId } = subscription
  const now = () => by.api.billing.subscriptions.get({ id })
  const serverNow = async () => {
    const [server] = (await company.books()).servers
    return server?.suspended ? "suspended" : "running"
  }
  return { company, by, id, serviceId, now, serverNow }
}

/** Days of which only the last one's run is played: those before are missed, and caught up with. */
async function jump(company: Company, days: number) {
  company.at.clock.advance({ days: days - 1 })
  await company.travel({ days: 1 })
}

async function payRequest(company: Company, by: Shopper, id: string | null) {
  const attempt = await by.api.billing.paymentRequests.pay({ id: id ?? "" })
  await company.pay(attempt.id)
  await company.settle()
}

test("a pause: nothing asked for at the old end, the machine stands still, and runs again on its day once that is paid", async () => {
  const { company, by, id, serviceId, now, serverNow } = await openPaid()
  await using _ = company
  const { subscriptions } = by.api.billing
  expect((await now()).can).toMatchObject({ pause: true, pauseFirst: "2026-04-03", pauseLast: "2026-07-01" })
  // Asked for already: that is taken back.
  await jump(company, 23)
  expect((await now()).paymentRequestId).not.toBeNull()
  const planned = await subscriptions.pause({ id, until: "2026-04-12" })
  expect(planned).toMatchObject({
    state: "active",
    pauseFrom: "2026-04-02",
    pauseUntil: "2026-04-12",
    paymentRequestId: null,
    nextRequestOn: "2026-04-04",
  })
  expect((await subscriptions.upcoming({})).items[0]).toMatchObject({
    dueOn: "2026-04-11",
    periodStart: "2026-04-12",
    periodEnd: "2026-05-12",
  })
  await jump(company, 7)
  expect(await now()).toMatchObject({ state: "active" })
  expect(await serverNow()).toBe("running")
  await company.travel({ days: 1 })
  expect(await now()).toMatchObject({ state: "paused", daysLeft: -1 })
  expect(await serverNow()).toBe("suspended")
  expect((await by.api.provisioning.services.get({ id: serviceId })).words).toContain("paused")
  // Nothing is overdue: there is nothing to wait for, and nothing to suspend.
  const staff = company.operator.api.billing.subscriptions
  await expect(staff.grace({ id, until: "2026-04-10", reason: "asked" })).rejects.toThrow("not_overdue")
  await expect(staff.suspend({ id, reason: "asked" })).rejects.toThrow("not_overdue")
  await company.checkInvariants()

  await company.travel({ days: 2 })
  const { paymentRequestId } = await now()
  const request = await by.api.billing.paymentRequests.get({ id: paymentRequestId ?? "" })
  expect(request).toMatchObject({
    dueOn: "2026-04-11",
    lines: [{ periodStart: "2026-04-12", periodEnd: "2026-05-12" }],
  })
  await payRequest(company, by, paymentRequestId)
  expect(await now()).toMatchObject({ state: "paused", isPaidBeyondPause: true, periodEnd: "2026-05-12" })
  expect(await serverNow()).toBe("suspended")
  await expect(subscriptions.resume({ id })).rejects.toThrow("billing.pause_paid_beyond")
  await company.checkInvariants()

  await jump(company, 8)
  expect(await now()).toMatchObject({ state: "active", pauseFrom: null, anchorOn: "2026-04-12" })
  expect(await serverNow()).toBe("running")
  // From here on it is counted from the new first day.
  const ends = (await subscriptions.upcoming({})).items.map((charge) => charge.periodEnd)
  expect(ends.slice(0, 2)).toEqual(["2026-06-12", "2026-07-12"])
  await company.checkInvariants()

  const mails = await readMails(company, by.email)
  expect(mails.filter(({ subject }) => subject.startsWith("Pause scheduled"))).toHaveLength(1)
  expect(mails.filter(({ subject }) => /overdue|suspended/i.test(subject))).toEqual([])
  const asked = mails.filter(({ subject }) => subject.startsWith("Please extend by 11 April 2026"))
  expect(asked[0]?.text).toContain("It is paused and resumes on 12 April 2026 once it is paid.")
})

test("taken back before it begins, nothing has happened; ended early, it runs as soon as that is paid", async () => {
  const { company, by, id, now, serverNow } = await openPaid()
  await using _ = company
  const { subscriptions } = by.api.billing
  await subscriptions.pause({ id, until: "2026-04-20" })
  expect(await subscriptions.resume({ id })).toMatchObject({ pauseFrom: null, nextRequestOn: "2026-03-25" })
  await subscriptions.pause({ id, until: "2026-04-20" })
  // Another day, said before it begins.
  expect(await subscriptions.pause({ id, until: "2026-05-20" })).toMatchObject({ pauseUntil: "2026-05-20" })
  await jump(company, 35)
  expect(await now()).toMatchObject({ state: "paused" })
  const { paymentRequestId } = await subscriptions.resume({ id })
  expect(await now()).toMatchObject({ state: "paused", can: { resume: false } })
  await payRequest(company, by, paymentRequestId)
  expect(await now()).toMatchObject({ state: "active", periodStart: "2026-04-06", periodEnd: "2026-05-06" })
  expect(await serverNow()).toBe("running")
  await company.checkInvariants()
})

test("not paid after its pause it is suspended in the policy's time, and paying late restores it from the pause's end", async () => {
  const { company, by, id, now, serverNow } = await openPaid()
  await using _ = company
  await by.api.billing.subscriptions.pause({ id, until: "2026-04-04" })
  await jump(company, 32)
  expect(await now()).toMatchObject({ state: "paused" })
  await jump(company, 6)
  expect(await now()).toMatchObject({ state: "paused" })
  await company.travel({ days: 1 })
  expect(await now()).toMatchObject({ state: "suspended" })
  expect(await serverNow()).toBe("suspended")
  await company.checkInvariants()
  await payRequest(company, by, (await now()).paymentRequestId)
  expect(await now()).toMatchObject({ state: "active", periodStart: "2026-04-04", periodEnd: "2026-05-04" })
  expect(await serverNow()).toBe("running")
  await company.checkInvariants()
})

test("who may pause what: within the shop's days, nothing overdue, given up or not running; staff may agree to more", async () => {
  const { company, by, id, now } = await openPaid()
  await using _ = company
  const { subscriptions } = by.api.billing
  await expect(subscriptions.pause({ id, until: "2026-04-02" })).rejects.toThrow("billing.pause_out_of_range")
  await expect(subscriptions.pause({ id, until: "2026-07-02" })).rejects.toThrow("billing.pause_out_of_range")
  const staff = company.operator.api.billing
  expect(await staff.subscriptions.pause({ id, until: "2026-12-24" })).toMatchObject({
    pauseUntil: "2026-12-24",
  })
  await staff.subscriptions.resume({ id })
  await staff.collectingPolicy.save({ ...(await staff.collectingPolicy.get()), pauseDays: 0 })
  expect((await now()).can.pause).toBe(false)
  await expect(subscriptions.pause({ id, until: "2026-04-20" })).rejects.toThrow("billing.pause_not_offered")
  await expect(subscriptions.resume({ id })).rejects.toThrow("billing.pause_missing")
  await subscriptions.cancel({ id, at: "end" })
  await expect(staff.subscriptions.pause({ id, until: "2026-04-20" })).rejects.toThrow(
    "billing.subscription_to_be_cancelled",
  )
  await subscriptions.keep({ id })
  await jump(company, 31)
  await expect(staff.subscriptions.pause({ id, until: "2026-04-20" })).rejects.toThrow(
    "billing.subscription_not_pausable",
  )
})

test("cancelled before it begins it needs no pause; the time after it taken back, the pause stays", async () => {
  const { company, by, id, now } = await openPaid()
  await using _ = company
  const { subscriptions } = by.api.billing
  await subscriptions.pause({ id, until: "2026-04-20" })
  expect(await subscriptions.cancel({ id, at: "end" })).toMatchObject({ pauseFrom: null, cancelAtEnd: true })
  await subscriptions.keep({ id })
  await subscriptions.pause({ id, until: "2026-04-20" })
  const { paymentRequestId } = await subscriptions.extend({ id, cycles: 1 })
  await payRequest(company, by, paymentRequestId)
  expect(await now()).toMatchObject({ state: "active", periodEnd: "2026-05-20", isPaidBeyondPause: true })
  await company.checkInvariants()
  const { refunds } = by.api.billing
  const [newest] = (await refunds.preview({ id })).purchases
  if (!newest) throw new Error("Nothing can be taken back.")
  expect(newest).toMatchObject({ start: "2026-04-20", together: { effect: "end_moves_back" } })
  await refunds.request({ id, periodId: newest.periodId, expected: newest.amount })
  await company.settle()
  expect(await now()).toMatchObject({
    state: "active",
    anchorOn: "2026-03-02",
    periodEnd: "2026-04-02",
    pauseUntil: "2026-04-20",
    isPaidBeyondPause: false,
    nextRequestOn: "2026-04-12",
  })
  await company.checkInvariants()
})

test("paid late, it counts from the old end or from the payment, and whoever pays reads it before", async () => {
  const { company, by, now } = await openPaid()
  await using _ = company
  const { paymentRequests } = by.api.billing
  const { collectingPolicy } = company.operator.api.billing
  await jump(company, 34)
  const { paymentRequestId } = await now()
  const id = paymentRequestId ?? ""
  expect(await paymentRequests.get({ id })).toMatchObject({
    late: "from_the_old_end",
    lines: [{ periodStart: "2026-04-02", periodEnd: "2026-05-02" }],
  })
  await collectingPolicy.save({ ...(await collectingPolicy.get()), latePolicy: "from_payment" })
  expect(await paymentRequests.get({ id })).toMatchObject({
    late: "from_payment",
    lines: [{ periodStart: "2026-04-05", periodEnd: "2026-05-05" }],
  })
  await payRequest(company, by, id)
  expect(await now()).toMatchObject({
    state: "active",
    anchorOn: "2026-04-05",
    periodStart: "2026-04-05",
    periodEnd: "2026-05-05",
  })
  const { invoiceId, late } = await paymentRequests.get({ id })
  expect(late).toBeNull()
  const { lines } = await by.api.billing.invoices.get({ id: invoiceId ?? "" })
  expect(lines).toMatchObject([{ periodStart: "2026-04-05", periodEnd: "2026-05-05" }])
  await company.checkInvariants()
})
