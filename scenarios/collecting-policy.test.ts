import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { hire } from "#app/testing/hire.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

/** Bought on 2 March 2026, a Monday; its last usable day is 1 April. */
async function buy(company: Company) {
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId)
  await company.settle()
  const [subscription] = (await by.api.billing.subscriptions.list({})).items
  if (!subscription) throw new Error("Nothing was subscribed to.")
  const { id } = subscription
  const stateNow = async () => (await by.api.billing.subscriptions.get({ id })).state
  return { by, id, stateNow }
}

test("a product has days of its own, for suspension, deletion, and what the mails say; no other has them", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { api } = company.operator
  const { items } = await api.catalog.range.products.list()
  const bought = items.find(({ slug }) => slug === "vps")
  const other = items.find(({ slug }) => slug === "storage-vps")
  const days = { reminderDays: [3], suspendDays: 2, terminateDays: 9 }
  const { collectingPolicy } = api.billing
  const policy = await collectingPolicy.get()
  const save = (productId: string, more: object = {}) =>
    collectingPolicy.save({ ...policy, products: [{ productId, ...days, ...more }] })

  await expect(save(bought?.id ?? "", { terminateDays: 2 })).rejects.toMatchObject({
    code: "billing.policy_ends_too_soon",
  })
  await expect(save("prd_nothing")).rejects.toMatchObject({ code: "catalog.product_not_found" })
  const one = { productId: bought?.id ?? "", ...days }
  await expect(collectingPolicy.save({ ...policy, products: [one, one] })).rejects.toMatchObject({
    code: "billing.policy_product_twice",
  })

  await save(other?.id ?? "")
  const first = await buy(company)
  await company.travel({ days: 34 })
  expect(await first.stateNow()).toBe("past_due")

  await save(bought?.id ?? "")
  await company.travel({ days: 1 })
  expect(await first.stateNow()).toBe("suspended")
  const subjects = (await readMails(company, first.by.email)).map(({ subject }) => subject)
  expect(subjects.some((subject) => subject.includes("has been suspended"))).toBe(true)
  await company.travel({ days: 10 })
  await company.settle()
  expect(await first.stateNow()).toBe("expired")
  await company.checkInvariants()
})

test("how long a promised payment is waited for hangs on the role of who waits", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { collectingPolicy } = company.operator.api.billing
  const policy = await collectingPolicy.get()
  expect(policy).toMatchObject({ promiseDays: 7, longPromiseDays: 30 })
  await expect(collectingPolicy.save({ ...policy, promiseDays: 31 })).rejects.toMatchObject({
    code: "billing.policy_promises_crossed",
  })
  const rights = ["billing.subscriptions.read", "billing.subscriptions.manage"]
  const { colleague } = await hire(company, rights)
  const { colleague: lead } = await hire(company, [...rights, "billing.subscriptions.promise-long"])
  const { id, stateNow } = await buy(company)
  await company.travel({ days: 31 })
  expect(await stateNow()).toBe("past_due")

  // 2 April: the ninth is seven days away.
  const wait = (api: typeof colleague.api, until: string) =>
    api.billing.subscriptions.grace({ id, until, reason: "Called and promised." })
  await expect(wait(colleague.api, "2026-04-10")).rejects.toMatchObject({ code: "billing.grace_too_long" })
  expect(await wait(colleague.api, "2026-04-09")).toMatchObject({ graceUntil: "2026-04-09" })
  await expect(wait(lead.api, "2026-05-03")).rejects.toMatchObject({ code: "billing.grace_too_long" })
  expect(await wait(lead.api, "2026-05-02")).toMatchObject({ graceUntil: "2026-05-02" })
})
