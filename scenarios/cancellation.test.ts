import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

/** Delivered on 2 March 2026 for a month: its last day is Wednesday, 1 April. */
async function buyServer(company: Awaited<ReturnType<typeof testCompany>>) {
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [one] = (await by.api.billing.subscriptions.list({})).items
  const id = one?.id ?? ""
  const { subscriptions } = by.api.billing
  return {
    id,
    now: () => subscriptions.get({ id }),
    service: () => by.api.provisioning.services.get({ id: one?.subject ?? "" }),
    cancel: () => subscriptions.cancel({ id, at: "end" }),
  }
}

test("what was cancelled goes on a working day: over days that are none it stays as it is", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { now, service, cancel } = await buyServer(company)
  const { collectingPolicy } = company.operator.api.billing
  // Thursday and Friday; a weekend follows.
  const holidays = ["2026-04-02", "2026-04-03"]
  await collectingPolicy.save({ ...(await collectingPolicy.get()), holidays })
  await cancel()
  await company.travel({ days: 34 })
  await company.settle()
  // Sunday, 5 April.
  expect(await now()).toMatchObject({ state: "active", cancelAtEnd: true })
  expect(await service()).toMatchObject({ state: "active" })
  await company.travel({ days: 1 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "cancelled" })
  expect(await service()).toMatchObject({ state: "ended" })
  await company.checkInvariants()
})

test("nothing that was cancelled is deleted before the mail that confirms it was taken, and staff see why", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { id, now, service, cancel } = await buyServer(company)
  await company.fault("mailbox", { call: "mail", fault: "refuse", remaining: null })
  await cancel()
  await company.travel({ days: 32 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "active", cancelAtEnd: true })
  expect(await service()).toMatchObject({ state: "active" })
  const { billing, operations } = company.operator.api
  expect((await billing.subscriptions.get({ id })).trouble).toContain("no mail about it was delivered")
  await company.clearFaults("mailbox")
  for (const { id: stuck } of (await operations.list({ state: ["stuck"] })).items) {
    await operations.retry({ id: stuck })
  }
  await company.settle()
  await company.travel({ days: 3 })
  await company.settle()
  expect(await now()).toMatchObject({ state: "cancelled" })
  expect(await service()).toMatchObject({ state: "ended" })
  await company.checkInvariants()
})
