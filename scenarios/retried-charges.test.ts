import { expect, test } from "vitest"
import type { CardLeaving } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"

/** A server bought on 2 March 2026 that is renewed from a saved card; when its charges were made, in the shop's own time. */
async function collectFrom(company: Awaited<ReturnType<typeof testCompany>>, card: CardLeaving["card"]) {
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const { setups } = by.api.payments
  const setup = await setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, setup.id, { card })
  await company.settle()
  const { methodId } = await setups.get({ id: setup.id })
  const { subscriptions } = by.api.billing
  const [one] = (await subscriptions.list({})).items
  const id = one?.id ?? ""
  await subscriptions.chooseCollection({ id, collection: "automatic", methodId: methodId ?? "" })
  return {
    now: () => subscriptions.get({ id }),
    charges: async () => {
      const { items } = await company.operator.api.payments.attempts.list({})
      return items
        .filter(({ accountId, methodId: charged }) => accountId === by.accountId && charged !== null)
        .map(({ createdAt }) => Temporal.Instant.from(createdAt).toZonedDateTimeISO("Asia/Seoul"))
        .map((at) => at.toPlainDateTime().toString({ smallestUnit: "minute" }))
        .toSorted()
    },
  }
}

test("a card that its bank declines for now is tried at another hour each time: at nine, at one, at six, at nine", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { now, charges } = await collectFrom(company, "declined-softly")
  await company.travel({ days: 37 })
  await company.settle()
  expect(await charges()).toEqual([
    "2026-04-01T09:00",
    "2026-04-02T13:00",
    "2026-04-04T18:00",
    "2026-04-06T09:00",
  ])
  expect(await now()).toMatchObject({ state: "suspended" })
  await company.checkInvariants()
})

test("a card that had no money in the morning is charged in the afternoon; a dead one is not asked again", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const short = await collectFrom(company, "no-money-once")
  const dead = await collectFrom(company, "lost")
  await company.travel({ days: 37 })
  await company.settle()
  expect(await short.charges()).toEqual(["2026-04-01T09:00", "2026-04-02T13:00"])
  expect(await short.now()).toMatchObject({ state: "active", periodEnd: "2026-05-02" })
  expect(await dead.charges()).toEqual(["2026-04-01T09:00"])
  expect(await dead.now()).toMatchObject({ state: "suspended" })
  await company.checkInvariants()
})
