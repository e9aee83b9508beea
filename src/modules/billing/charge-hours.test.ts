import { expect, test } from "vitest"
import { planChargeHour } from "./charge-hours.ts"
import { defaultPolicy } from "./collecting-policy.ts"

const dueOn = Temporal.PlainDate.from("2026-04-01")
const hoursOf = (policy: Parameters<typeof planChargeHour>[1], chargeDays = defaultPolicy.chargeDays) =>
  chargeDays.map((days) => planChargeHour({ dueOn, today: dueOn.add({ days }), chargeDays }, policy))

test("each try goes at another hour than the one before, and all of them in office hours", () => {
  expect(hoursOf(defaultPolicy)).toEqual([9, 13, 18, 9])
  expect(hoursOf({ ...defaultPolicy, fromHour: 8, toHour: 17 })).toEqual([8, 12, 15, 8])
  expect(hoursOf({ ...defaultPolicy, fromHour: 10, toHour: 11 })).toEqual([10, 10, 10, 10])
})

test("a day that was missed is made up for at the hour of the newest one", () => {
  const at = (today: string) =>
    planChargeHour(
      { dueOn, today: Temporal.PlainDate.from(today), chargeDays: defaultPolicy.chargeDays },
      defaultPolicy,
    )
  expect([at("2026-04-03"), at("2026-04-05")]).toEqual([13, 18])
})

test("what is suspended on the day of a try is charged before", () => {
  expect(hoursOf({ ...defaultPolicy, suspendDays: 3 })).toEqual([9, 13, 9, 9])
  const own = { productId: "prd_own", reminderDays: [], suspendDays: 3, terminateDays: 9 }
  expect(hoursOf({ ...defaultPolicy, products: [own] })).toEqual([9, 13, 9, 9])
})
