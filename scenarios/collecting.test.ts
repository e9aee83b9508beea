import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { sweeps } from "#app/sweeps.ts"
import { listTenantZones } from "#app/tenant-zones.ts"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { tearRow } from "#app/testing/tear-row.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { playDueSweeps } from "#kit/sweeps/play-due-sweeps.ts"

async function openShop() {
  const company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const by = await company.customer()
  return { company, by }
}

async function buy(company: Company, by: Shopper) {
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await by.api.billing.subscriptions.list({})).items
  if (!subscription) throw new Error("Nothing was subscribed to.")
  const now = () => by.api.billing.subscriptions.get({ id: subscription.id })
  return { order, id: subscription.id, serviceId: subscription.subject, now }
}

async function payRequest(company: Company, by: Shopper, id: string, card?: "expired") {
  const attempt = await by.api.billing.paymentRequests.pay({ id })
  await company.pay(attempt.id, card ? { card } : {})
  await company.settle()
}

/** Bought on 2 March 2026, a Monday; its last usable day is 1 April. */
test("five weeks later: asked, reminded, missed, a dead card, suspended at the panel, paid late, and back", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { id, serviceId, now } = await buy(company, by)
  await company.travel({ days: 23 })
  const asked = await now()
  expect(asked).toMatchObject({ state: "active", daysLeft: 7, nextRequestOn: null })
  const requestId = asked.paymentRequestId ?? ""
  expect(await by.api.billing.paymentRequests.get({ id: requestId })).toMatchObject({
    state: "open",
    purpose: "renewal",
    dueOn: "2026-04-01",
    lines: [{ periodStart: "2026-04-02", periodEnd: "2026-05-02" }],
  })
  await company.travel({ days: 8 })
  expect(await now()).toMatchObject({ state: "past_due", daysLeft: -1, paymentRequestId: requestId })
  await payRequest(company, by, requestId, "expired")
  expect(await now()).toMatchObject({ state: "past_due" })
  await company.travel({ days: 6 })
  expect(await now()).toMatchObject({ state: "suspended" })
  expect((await company.books()).servers).toMatchObject([{ name: serviceId, suspended: true }])
  expect(await by.api.provisioning.services.get({ id: serviceId })).toMatchObject({ state: "suspended" })
  await company.checkInvariants()

  await payRequest(company, by, requestId)
  expect(await now()).toMatchObject({
    state: "active",
    periodNumber: 2,
    periodEnd: "2026-05-02",
    lastDay: "2026-05-01",
  })
  expect((await company.books()).servers).toMatchObject([{ name: serviceId, suspended: false }])
  await company.checkInvariants()

  const subjects = (await readMails(company, by.email)).map((mail) => mail.subject)
  const about = subjects.filter((subject) => /extend|overdue|suspended/i.test(subject))
  expect(about.map((subject) => subject.replace(/\S+ · \S+/, "…"))).toEqual([
    "Please extend by 1 April 2026: …",
    "Please extend by 1 April 2026: …",
    "Please extend by 1 April 2026: …",
    "Payment overdue: …",
    "… has been suspended",
  ])
  const sent = await company.operator.api.billing.subscriptions.get({ id })
  expect(sent).toMatchObject({ nextRequestOn: "2026-04-24", paymentRequestId: null, trouble: null })
})

test("unpaid for a month it ends, its machine goes once a backup was seen, and money that still comes goes back", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { serviceId, now } = await buy(company, by)
  await company.travel({ days: 23 })
  const requestId = (await now()).paymentRequestId ?? ""
  await company.travel({ days: 36 })
  expect(await now()).toMatchObject({ state: "suspended" })
  const attempt = await by.api.billing.paymentRequests.pay({ id: requestId })
  await company.settle({ within: { seconds: 0 } })
  // The payer's page stands open for longer than money on its way is waited for.
  await company.travel({ days: 6 })
  expect(await now()).toMatchObject({ state: "expired", paymentRequestId: null })
  await company.settle()
  expect((await company.books()).servers).toEqual([])
  expect(await by.api.provisioning.services.get({ id: serviceId })).toMatchObject({ state: "ended" })
  const { audit } = company.operator.api
  const seen = await audit.entries.list({ subjectId: serviceId, act: "provisioning.backup-seen" })
  expect(seen.items).toMatchObject([{ before: { backupSince: "2026-04-01" } }])
  expect(attempt.id).not.toBe("")
  await company.checkInvariants()
})

test("nothing is deleted that nobody could be told of, and staff see why", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { id, now } = await buy(company, by)
  await company.travel({ days: 30 })
  await company.fault("mailbox", { call: "mail", fault: "refuse", remaining: null })
  await company.travel({ days: 36 })
  expect(await now()).toMatchObject({ state: "suspended" })
  const { subscriptions } = company.operator.api.billing
  expect((await subscriptions.get({ id })).trouble).toContain("no mail about it was delivered")
  await company.clearFaults("mailbox")
  const { operations } = company.operator.api
  for (const { id: stuck } of (await operations.list({ state: ["stuck"] })).items)
    await operations.retry({ id: stuck })
  await company.settle()
  await company.travel({ days: 4 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "expired" })
  await company.checkInvariants()
})

test("nothing unpaid is deleted before its panel has a backup of it, until somebody says why it may be", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { id, serviceId, now } = await buy(company, by)
  await company.fault("virtfusion", { call: "backups.list", fault: "no_backups", remaining: null })
  await company.travel({ days: 64 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "expired" })
  const { provisioning, operations, audit } = company.operator.api
  expect(await provisioning.services.get({ id: serviceId })).toMatchObject({
    state: "needs_attention",
    backupSince: "2026-04-01",
  })
  expect((await company.books()).servers).toMatchObject([{ name: serviceId, suspended: true }])
  const [stuck] = (await operations.list({ state: ["stuck"], subject: serviceId })).items
  expect(stuck?.why).toContain("no whole backup made on 2026-04-01 or later; it has none")
  await expect(
    by.api.provisioning.services.deleteWithoutBackup({ id: serviceId, reason: "mine" }),
  ).rejects.toMatchObject({ status: 403 })

  await provisioning.services.deleteWithoutBackup({
    id: serviceId,
    reason: "Its owner wrote that it may go.",
  })
  await company.settle()
  expect((await company.books()).servers).toEqual([])
  expect(await provisioning.services.get({ id: serviceId })).toMatchObject({
    state: "ended",
    backupSince: null,
  })
  const kept = await audit.entries.list({ subjectId: serviceId, act: "provisioning.backup-waived" })
  expect(kept.items).toMatchObject([{ reason: "Its owner wrote that it may go." }])
  await expect(
    provisioning.services.deleteWithoutBackup({ id: serviceId, reason: "once more" }),
  ).rejects.toMatchObject({ code: "provisioning.no_backup_awaited" })
  expect(id).not.toBe("")
  await company.checkInvariants()
})

test("where a shop wants none, nothing waits for a backup", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { serviceId } = await buy(company, by)
  await company.fault("virtfusion", { call: "backups.list", fault: "no_backups", remaining: null })
  const { collectingPolicy } = company.operator.api.billing
  await collectingPolicy.save({ ...(await collectingPolicy.get()), backupFirst: false })
  await company.travel({ days: 64 })
  await company.settle()
  expect((await company.books()).servers).toEqual([])
  expect(await by.api.provisioning.services.get({ id: serviceId })).toMatchObject({ state: "ended" })
})

test("two runs overlapping, and missed days caught up at once, ask one time", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { now } = await buy(company, by)
  // The clock jumps over three weeks of days that nobody played.
  company.at.clock.advance({ days: 26 })
  const { ground } = company
  const play = () => playDueSweeps({ ...ground, sweeps, listTenants: () => listTenantZones(ground) })
  await Promise.all([play(), play()])
  await company.settle({ within: { hours: 24 } })
  const { paymentRequestId } = await now()
  expect(paymentRequestId).not.toBeNull()
  const about = (await readMails(company, by.email)).filter((mail) => mail.subject.includes("extend"))
  expect(about).toHaveLength(1)
  await company.travel({ days: 1 })
  expect(await now()).toMatchObject({ paymentRequestId })
  const asked = (await company.takeEvents()).filter((name) => name === "payment_request.made")
  expect(asked).toHaveLength(1)
  await company.checkInvariants()
})

test("one payment renews once, and an extension of three cycles moves the end by three", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { id, now } = await buy(company, by)
  const { subscriptions, paymentRequests, invoices } = by.api.billing
  const first = await subscriptions.extend({ id, cycles: 1 })
  const { paymentRequestId } = await subscriptions.extend({ id, cycles: 3 })
  expect(await paymentRequests.get({ id: first.paymentRequestId })).toMatchObject({ state: "withdrawn" })
  expect(await now()).toMatchObject({ periodEnd: "2026-04-02", paymentRequestId })
  await payRequest(company, by, paymentRequestId)
  expect(await now()).toMatchObject({
    state: "active",
    periodNumber: 4,
    periodEnd: "2026-07-02",
    paymentRequestId: null,
    nextRequestOn: "2026-06-24",
  })
  await expect(paymentRequests.pay({ id: paymentRequestId })).rejects.toThrow("billing.request_not_open")
  expect((await invoices.list({})).items).toHaveLength(2)
  await company.travel({ days: 40 })
  expect(await now()).toMatchObject({ state: "active", paymentRequestId: null })
  await company.checkInvariants()
})

test("one bad row is named, and the others of its day are asked for", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { id } = await buy(company, by)
  const second = await company.placeOrder({ by })
  await company.pay(second.attemptId)
  await company.settle()
  await company.ground.inTenant(company.tenant, (ctx) =>
    // A number of cycles that no calendar has.
    ctx.db.execute(sql`update billing.subscriptions set period_number = 2000000000 where id = ${id}`),
  )
  await company.travel({ days: 23 })
  const items = (await company.operator.api.billing.subscriptions.list({})).items
  const bad = items.find((one) => one.id === id)
  expect(bad).toMatchObject({ paymentRequestId: null, trouble: expect.stringMatching(/.+/) as string })
  const good = items.filter((one) => one.id !== id)
  expect(good).toMatchObject([{ trouble: null, paymentRequestId: expect.stringMatching(/^prq_/) as string }])
})

test("one bad row is left out and named: the others of its day are charged, told and suspended, and once it is put right it is caught up with", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const bad = await buy(company, by)
  const good = await buyMore(company, by)
  const charged = await buyMore(company, by)
  const other = await company.customer()
  const unchargeable = await buy(company, other)
  await collectByCard(company, by, charged)
  await collectByCard(company, other, unchargeable.id)
  const state = async (id: string) => (await company.operator.api.billing.subscriptions.get({ id })).state
  const requestOf = async (id: string) =>
    (await company.operator.api.billing.subscriptions.get({ id })).paymentRequestId ?? ""
  await company.travel({ days: 23 })
  const refused = await requestOf(unchargeable.id)
  await using torn = await tearTwo(company, { subscription: bad.id, request: refused })
  await company.travel({ days: 14 })
  await company.settle()
  expect(await requestOf(charged)).toBe("")
  expect(await Promise.all([bad.id, good, charged].map(state))).toEqual(["active", "suspended", "active"])
  const { operations } = company.operator.api
  const stuck = async () =>
    (await operations.list({ state: ["stuck"] })).items.map(({ name, subjects, why }) => ({
      name,
      subjects,
      why,
    }))
  const named = (id: string, why: string) => ({
    name: "billing.catch-up",
    subjects: [id],
    why: expect.stringContaining(why) as string,
  })
  expect(await stuck()).toEqual([named(bad.id, "A torn page."), named(refused, "Another torn page.")])
  const subjects = (await readMails(company, by.email)).map(({ subject }) => subject)
  expect(subjects.filter((subject) => subject.includes("has been suspended"))).toHaveLength(1)

  await torn.mend()
  await company.travel({ days: 1 })
  await company.settle()
  expect(await stuck()).toEqual([])
  expect(await state(bad.id)).toBe("past_due")
  await company.travel({ days: 1 })
  await company.settle()
  expect(await Promise.all([bad.id, unchargeable.id].map(state))).toEqual(["suspended", "active"])
  expect((await company.books()).charges).toHaveLength(6)
  const { items: told } = await company.operator.api.audit.entries.list({ subjectId: bad.id })
  const once = ["billing.subscription-overdue", "billing.subscription-suspended"]
  expect(
    told
      .map(({ act }) => act)
      .filter((act) => once.includes(act))
      .toSorted(),
  ).toEqual(once)

  // One that can't even be named on its own row: it waits for a person, and all others are asked for.
  await using unwritable = await tearRow(company, {
    table: "billing.subscriptions",
    act: "update",
    told: "old.id",
    id: unchargeable.id,
    words: "A lost page.",
  })
  await company.travel({ days: 16 })
  await company.settle()
  expect(await stuck()).toEqual([named(unchargeable.id, "A lost page.")])
  await unwritable.mend()
  await company.travel({ days: 1 })
  await company.settle()
  expect(await stuck()).toEqual([])
  expect(await requestOf(unchargeable.id)).toMatch(/^prq_/)
  await company.checkInvariants()
})

test("given up at the end, taken back, given up again: it ends after its last day and is not asked for", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { id, serviceId, now } = await buy(company, by)
  const { subscriptions } = by.api.billing
  await company.travel({ days: 23 })
  const requestId = (await now()).paymentRequestId ?? ""
  expect(await subscriptions.cancel({ id, at: "end", reason: "not_needed" })).toMatchObject({
    cancelAtEnd: true,
    paymentRequestId: null,
    can: { keep: true, extend: false },
  })
  expect(await by.api.billing.paymentRequests.get({ id: requestId })).toMatchObject({ state: "withdrawn" })
  await expect(subscriptions.extend({ id, cycles: 1 })).rejects.toThrow(
    "billing.subscription_to_be_cancelled",
  )
  expect(await subscriptions.keep({ id })).toMatchObject({ cancelAtEnd: false, nextRequestOn: "2026-03-25" })
  await company.travel({ days: 1 })
  expect(await now()).toMatchObject({
    state: "active",
    paymentRequestId: expect.stringMatching(/^prq_/) as string,
  })
  await subscriptions.cancel({ id, at: "end" })
  expect((await subscriptions.upcoming({})).items).toEqual([])
  await company.travel({ days: 6 })
  expect(await now()).toMatchObject({ state: "active", daysLeft: 0 })
  await company.travel({ days: 1 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "cancelled" })
  expect(await by.api.provisioning.services.get({ id: serviceId })).toMatchObject({ state: "ended" })
  const subjects = (await readMails(company, by.email)).map((mail) => mail.subject)
  expect(subjects.filter((subject) => subject.startsWith("Cancelled:"))).toHaveLength(2)
  await company.checkInvariants()
})

test("staff wait for a promised payment, give time for nothing, and decide when to collect", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { id, serviceId, now } = await buy(company, by)
  const { subscriptions, collectingPolicy } = company.operator.api.billing
  const policy = await collectingPolicy.get()
  await expect(collectingPolicy.save({ ...policy, terminateDays: 5 })).rejects.toThrow(
    "billing.policy_ends_too_soon",
  )
  await collectingPolicy.save({ ...policy, requestDays: 10, suspendDays: 2, terminateDays: 9 })
  expect(await now()).toMatchObject({ nextRequestOn: "2026-03-22" })
  await company.travel({ days: 32 })
  expect(await now()).toMatchObject({ state: "suspended" })
  await subscriptions.grace({ id, until: "2026-04-10", reason: "Called: pays on Friday." })
  await company.settle()
  expect((await company.books()).servers).toMatchObject([{ name: serviceId, suspended: false }])
  await company.travel({ days: 6 })
  expect(await now()).toMatchObject({ state: "past_due", graceUntil: "2026-04-10" })
  const granted = await subscriptions.grant({ id, cycles: 1, reason: "Two days without power." })
  expect(granted).toMatchObject({
    state: "active",
    periodEnd: "2026-05-02",
    paymentRequestId: null,
    graceUntil: null,
  })
  expect((await subscriptions.counts()).counts.active).toBeGreaterThan(0)
  const months = (await by.api.billing.subscriptions.upcoming({})).items
  expect(months.map(({ dueOn }) => dueOn)).toHaveLength(12)
  expect(months[0]).toMatchObject({ dueOn: "2026-05-01", periodStart: "2026-05-02", periodEnd: "2026-06-02" })
  await company.checkInvariants()

  await expect(subscriptions.free({ id, until: "2026-04-01", reason: "too late" })).rejects.toThrow(
    "billing.free_when",
  )
  expect(await subscriptions.free({ id, until: "2026-05-02", reason: "A sponsor." })).toMatchObject({
    freeUntil: "2026-05-02",
    price: { minor: "0" },
    listPrice: { minor: "11000" },
    can: { free: true, extend: false },
  })
  await expect(by.api.billing.subscriptions.extend({ id, cycles: 1 })).rejects.toThrow(
    "billing.subscription_free",
  )
  expect((await by.api.billing.subscriptions.upcoming({})).items[0]).toMatchObject({
    periodStart: "2026-06-02",
  })
  const counted = async () => {
    const { recurring } = await company.operator.api.analytics.subscriptions.get({})
    return recurring[0]?.active.count ?? 0
  }
  expect(await counted()).toBe(0)
  const papers = async () => [
    (await by.api.billing.paymentRequests.list({})).items.length,
    (await by.api.billing.invoices.list({})).items.length,
  ]
  const before = await papers()
  await company.travel({ days: 30 })
  // Renewed without a paper; the time after it costs its price again.
  expect(await now()).toMatchObject({ state: "active", periodEnd: "2026-06-02", price: { minor: "11000" } })
  expect(await papers()).toEqual(before)
  expect(await counted()).toBe(1)
  await company.travel({ days: 27 })
  const owing = await now()
  expect(owing).toMatchObject({ state: "suspended" })
  const saved = await subscriptions.free({ id, until: "2026-06-05", reason: "Sponsored on." })
  expect(saved).toMatchObject({ state: "active", periodEnd: "2026-07-02", paymentRequestId: null })
  await company.settle()
  expect((await company.books()).servers).toMatchObject([{ suspended: false }])
  const taken = await by.api.billing.paymentRequests.get({ id: owing.paymentRequestId ?? "" })
  expect(taken.state).toBe("withdrawn")
  expect(await subscriptions.free({ id, until: null, reason: "No more." })).toMatchObject({ freeUntil: null })
  await company.checkInvariants()
})

test("a saved card pays on the last day in the morning; a dead one is asked once, and its payer pays by hand", async () => {
  const { company, by } = await openShop()
  await using _ = company
  const { id, now } = await buy(company, by)
  const { subscriptions } = by.api.billing
  await expect(subscriptions.chooseCollection({ id, collection: "automatic" })).rejects.toThrow(
    "billing.no_method_to_charge",
  )
  const methodId = await leaveCard(company, by, "approved")
  expect(await subscriptions.chooseCollection({ id, collection: "automatic", methodId })).toMatchObject({
    collection: "automatic",
    methodId,
  })
  await company.travel({ days: 29 })
  expect(await now()).toMatchObject({ periodNumber: 1, daysLeft: 1 })
  await company.travel({ days: 1 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "active", periodNumber: 2, periodEnd: "2026-05-02" })
  const charges = (await company.books()).charges
  expect(charges).toHaveLength(2)

  const dead = await leaveCard(company, by, "lost")
  await subscriptions.chooseCollection({ id, collection: "automatic", methodId: dead })
  await company.travel({ days: 36 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "past_due", periodNumber: 2 })
  const mails = (await readMails(company, by.email)).filter((mail) =>
    mail.subject.includes("did not go through"),
  )
  expect(mails).toHaveLength(1)
  await payRequest(company, by, (await now()).paymentRequestId ?? "")
  expect(await now()).toMatchObject({ state: "active", periodNumber: 3 })
  await company.checkInvariants()
})

async function buyMore(company: Company, by: Shopper): Promise<string> {
  const known = new Set((await by.api.billing.subscriptions.list({})).items.map(({ id }) => id))
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId)
  await company.settle()
  const added = (await by.api.billing.subscriptions.list({})).items.find(({ id }) => !known.has(id))
  return added?.id ?? ""
}

async function collectByCard(company: Company, by: Shopper, id: string) {
  const methodId = await leaveCard(company, by, "approved")
  await by.api.billing.subscriptions.chooseCollection({ id, collection: "automatic", methodId })
}

/** One subscription can't be missed or suspended, and one request can't be charged. */
async function tearTwo(company: Company, of: { readonly subscription: string; readonly request: string }) {
  const torn = [
    await tearRow(company, {
      table: "billing.subscriptions",
      act: "update of state",
      told: "old.id",
      id: of.subscription,
      words: "A torn page.",
    }),
    await tearRow(company, {
      table: "billing.payment_requests",
      act: "update of charged_on",
      told: "old.id",
      id: of.request,
      words: "Another torn page.",
    }),
  ]
  return {
    mend: async () => {
      for (const one of torn) await one.mend()
    },
    [Symbol.asyncDispose]: async () => {
      for (const one of torn) await one[Symbol.asyncDispose]()
    },
  }
}

async function leaveCard(company: Company, by: Shopper, card: "approved" | "lost") {
  const { id } = await by.api.payments.setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, id, { card })
  await company.settle()
  return (await by.api.payments.setups.get({ id })).methodId ?? ""
}
