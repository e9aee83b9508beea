import { expect, test } from "vitest"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

type Company = Awaited<ReturnType<typeof testCompany>>

const reason = "Asked for on the phone."

/** The last server of its plan, delivered on Monday 2 March, and taken back on Saturday the 7th. */
async function refundServer(company: Company, before: () => Promise<void>) {
  const { plans } = company.operator.api.catalog.range
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await by.api.billing.subscriptions.list({})).items
  const { id = "", subject: serviceId = "", planId = "" } = subscription ?? {}
  await plans.save({ id: planId, state: "active", position: 0, stockLimit: 1 })
  await company.travel({ days: 5 })
  await before()
  const { deletedOn, purchases } = await by.api.billing.refunds.preview({ id })
  const [purchase] = purchases
  await by.api.billing.refunds.request({
    id,
    periodId: purchase?.periodId ?? "",
    expected: purchase?.amount ?? { minor: "0", currency: "KRW" },
  })
  await company.settle()
  return {
    by,
    serviceId,
    deletedOn,
    stock: async () => (await plans.get({ id: planId })).stock,
    service: () => by.api.provisioning.services.get({ id: serviceId }),
  }
}

const asIs = () => Promise.resolve()

test("what was refunded stands still for a week, then its server and its stock are released on a working day", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { by, serviceId, deletedOn, stock, service } = await refundServer(company, asIs)
  // A week later is a Saturday as well.
  expect(deletedOn).toBe("2026-03-16")
  expect(await service()).toMatchObject({ state: "suspended", hold: { releaseOn: "2026-03-16" } })
  expect((await company.books()).servers).toMatchObject([{ name: serviceId, suspended: true }])
  expect(await stock()).toEqual({ limit: 1, taken: 1 })
  const mails = (await readMails(company, by.email)).filter(({ subject }) => subject.startsWith("Refund of"))
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain("On 16 March 2026 it is deleted")

  await company.travel({ days: 8 })
  await company.settle()
  expect(await service()).toMatchObject({ state: "suspended" })
  await company.travel({ days: 1 })
  await company.settle()
  expect(await service()).toMatchObject({ state: "ended", hold: null })
  expect((await company.books()).servers).toEqual([])
  expect(await stock()).toEqual({ limit: 1, taken: 0 })
  const { audit } = company.operator.api
  const acts = await audit.entries.list({ subjectId: serviceId, act: "provisioning.service-terminated" })
  expect(acts.items).toMatchObject([{ reason: "Refunded, and the days it was kept are over." }])
  const seen = await audit.entries.list({ subjectId: serviceId, act: "provisioning.backup-seen" })
  expect(seen.items).toMatchObject([{ before: { backupSince: "2026-02-28" } }])
  await company.checkInvariants()
})

test("staff keep a refunded service, so that no day deletes it, and delete it themselves later", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { by, serviceId, service } = await refundServer(company, asIs)
  const { provisioning, audit } = company.operator.api
  const wish = { id: serviceId, reason }
  await expect(by.api.provisioning.services.keepHeld(wish)).rejects.toMatchObject({ status: 403 })
  await expect(by.api.provisioning.services.releaseHeld(wish)).rejects.toMatchObject({ status: 403 })
  const kept = await provisioning.services.keepHeld(wish)
  expect(kept.hold).toEqual({ releaseOn: null })
  await expect(provisioning.services.keepHeld(wish)).rejects.toMatchObject({ code: "provisioning.not_held" })
  const acts = await audit.entries.list({ subjectId: serviceId, act: "provisioning.held-service-kept" })
  expect(acts.items).toMatchObject([{ reason, before: { releaseOn: "2026-03-16" } }])
  await company.travel({ days: 30 })
  await company.settle()
  expect(await service()).toMatchObject({ state: "suspended" })

  await provisioning.services.releaseHeld(wish)
  await company.settle()
  expect(await service()).toMatchObject({ state: "ended" })
  expect((await company.books()).servers).toEqual([])
  await expect(provisioning.services.releaseHeld(wish)).rejects.toMatchObject({
    code: "provisioning.not_held",
  })
  await company.checkInvariants()
})

test("staff delete it before its day, and a shop that keeps nothing has it deleted at once in its hours", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { refundPolicy } = company.operator.api.billing
  const first = await refundServer(company, asIs)
  await company.operator.api.provisioning.services.releaseHeld({ id: first.serviceId, reason })
  await company.settle()
  expect(await first.service()).toMatchObject({ state: "ended" })

  const { windowDays, basis, fees, capPercent } = await refundPolicy.get()
  await refundPolicy.save({ windowDays, basis, fees, capPercent, holdDays: 0 })
  // From the 7th on; five days later is Thursday the 12th.
  const second = await refundServer(company, asIs)
  expect(second.deletedOn).toBe("2026-03-12")
  expect(await second.service()).toMatchObject({ state: "ended" })
  await company.checkInvariants()
})

test("without a backup a refunded server stays where it is until staff decide", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { serviceId, service } = await refundServer(company, () =>
    company.fault("virtfusion", { call: "backups.list", fault: "no_backups", remaining: null }),
  )
  await company.travel({ days: 9 })
  await company.settle()
  expect(await service()).toMatchObject({ state: "needs_attention", backupSince: "2026-02-28" })
  expect((await company.books()).servers).toMatchObject([{ name: serviceId, suspended: true }])
  await company.checkInvariants()
})
