import { expect, test } from "vitest"
import { defaultPolicy } from "./collecting-policy.ts"
import { planHold } from "./plan-hold.ts"

const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  // 7 March 2026 is a Saturday, 16 March a Monday.
  { today: "2026-03-02", holdDays: 7, releaseOn: "2026-03-09" },
  { today: "2026-03-07", holdDays: 7, releaseOn: "2026-03-16" },
  { today: "2026-03-03", holdDays: 0, releaseOn: "2026-03-03" },
  { today: "2026-03-07", holdDays: 0, releaseOn: "2026-03-09" },
  { today: "2026-03-07", holdDays: 0, holidays: ["2026-03-09", "2026-03-10"], releaseOn: "2026-03-11" },
  { today: "2026-03-07", holdDays: 0, businessDaysOnly: false, releaseOn: "2026-03-07" },
])("taken back on $today and kept for $holdDays days it goes on $releaseOn", ({ today, ...row }) => {
  const { holdDays, releaseOn, ...own } = row
  const plan = planHold(day(today), { holdDays }, { ...defaultPolicy, ...own })
  expect(plan.releaseOn.toString()).toBe(releaseOn)
})

test("a backup counts from a week before it was taken back, where the shop waits for one", () => {
  const today = day("2026-03-12")
  expect(planHold(today, { holdDays: 7 }, defaultPolicy).backupSince?.toString()).toBe("2026-03-05")
  expect(planHold(today, { holdDays: 7 }, { ...defaultPolicy, backupFirst: false }).backupSince).toBeNull()
})
