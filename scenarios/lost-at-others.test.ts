import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

// What operators lost money or customers by with other programs, each by its name. Those that are races stand in race.test.ts.

/** What was lost at others, and where it is told here. */
const elsewhere = [
  [
    "nobody is billed, and nobody notices",
    "scenarios/collecting.test.ts",
    "two runs overlapping, and missed days caught up at once, ask one time",
  ],
  [
    "one payment renews twice",
    "scenarios/collecting.test.ts",
    "one payment renews once, and an extension of",
  ],
  [
    "one bad row undoes the day",
    "scenarios/collecting.test.ts",
    "one bad row is left out and named: the others",
  ],
  [
    "a storm of reminders after an outage",
    "src/modules/billing/plan-collecting.test.ts",
    "missed days are caught up once: nobody is suspended before being told",
  ],
  [
    "twelve reminders for twelve services",
    "src/modules/billing/renewal-lines.test.ts",
    "twelve services are one mail: the weightiest word of each",
  ],
  [
    "tax reckoned in floating point",
    "src/modules/billing/plan-document.test.ts",
    "3 × 0.33 EUR at 19 % is 0.19, not three times 0.06",
  ],
] as const

test.each(elsewhere)("lost at others: %s", (_, file, title) => {
  expect(readFileSync(resolve(import.meta.dirname, "..", file), "utf8")).toContain(`test("${title}`)
})

test("lost at others: money for the newer bill is put to an older one, and the service that was paid for is cut off", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const by = await company.customer()
  const buy = async () => {
    const { attemptId } = await company.placeOrder({ by })
    await company.settle()
    await company.pay(attemptId)
    await company.settle()
  }
  const { paymentRequests, subscriptions } = by.api.billing
  const requestOf = async (state: "active" | "past_due" | "suspended") => {
    const [one] = (await subscriptions.list({ state })).items
    return one ? (await subscriptions.get({ id: one.id })).paymentRequestId : undefined
  }
  await buy()
  await company.travel({ days: 10 })
  await buy()
  await company.travel({ days: 25 })
  const [older, newer] = [await requestOf("past_due"), await requestOf("active")]
  if (!older || !newer) throw new Error("Both are asked for by now.")

  const attempt = await paymentRequests.pay({ id: newer })
  await company.pay(attempt.id)
  await company.settle()
  expect((await paymentRequests.list({ state: "open" })).items.map(({ id }) => id)).toEqual([older])
  await company.travel({ days: 5 })
  await company.settle()
  expect([await requestOf("suspended"), await requestOf("active")]).toEqual([older, null])
  await company.checkInvariants()
})
