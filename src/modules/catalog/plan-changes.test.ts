import { expect, test } from "vitest"
import { type PlanText, type PriceText, planChanges } from "./plan-changes.ts"

const price = (amountMinor: bigint, rest: Partial<PriceText> = {}): PriceText => ({
  cycle: "monthly",
  currency: "KRW",
  amountMinor,
  setupMinor: 0n,
  ...rest,
})
const plan = (prices: PriceText[], rest: Partial<PlanText> = {}): PlanText => ({
  name: { en: "Start", ko: "스타트" },
  resources: { cpuCores: 1, memoryMb: 2_048, storageGb: 40, trafficGb: 2_000, ipv4: 1 },
  packageId: 7,
  prices,
  options: [],
  trial: null,
  meters: [],
  ...rest,
})

test("nothing changed is nothing said", () => {
  const same = planChanges(plan([price(11_000n)]), plan([price(11_000n)]))
  expect(same).toEqual({ fields: [], prices: [], largestPercent: 0 })
})

test("a zero too many is a change of 900 %, a zero too few one of -90 %", () => {
  const more = planChanges(plan([price(11_000n)]), plan([price(110_000n)]))
  expect(more.prices).toEqual([
    {
      cycle: "monthly",
      currency: "KRW",
      part: "amount",
      of: null,
      beforeMinor: 11_000n,
      afterMinor: 110_000n,
      percent: 900,
    },
  ])
  const less = planChanges(plan([price(11_000n)]), plan([price(1_100n)]))
  expect([less.prices[0]?.percent, less.largestPercent]).toEqual([-90, 90])
})

test("a price that comes or goes has no percent, and no line for a set-up fee of nothing", () => {
  const annual = price(110_000n, { cycle: "annual" })
  const { prices, largestPercent } = planChanges(plan([price(11_000n)]), plan([annual]))
  expect(
    prices.map(({ cycle, beforeMinor, afterMinor, percent }) => [cycle, beforeMinor, afterMinor, percent]),
  ).toEqual([
    ["monthly", 11_000n, null, null],
    ["annual", null, 110_000n, null],
  ])
  expect(largestPercent).toBe(0)
})

test("a small change is never rounded to none, and set-up fees count as well", () => {
  const slight = planChanges(plan([price(1_000_000n)]), plan([price(1_000_001n, { setupMinor: 5_000n })]))
  expect(slight.prices.map(({ part, percent }) => [part, percent])).toEqual([
    ["amount", 1],
    ["setup", null],
  ])
  const setup = planChanges(
    plan([price(100n, { setupMinor: 1_000n })]),
    plan([price(100n, { setupMinor: 2_000n })]),
  )
  expect(setup.largestPercent).toBe(100)
})

test("what is bought besides the price is compared field by field", () => {
  const before = plan([price(100n)])
  const { resources } = before
  const after = plan([price(100n)], {
    name: { en: "Start", ko: "시작" },
    resources: { ...resources, memoryMb: 4_096 },
    packageId: 8,
  })
  expect(planChanges(before, after).fields).toEqual([
    { field: "name.ko", of: null, before: "스타트", after: "시작" },
    { field: "resources.memoryMb", of: null, before: "2048", after: "4096" },
    { field: "packageId", of: null, before: "7", after: "8" },
  ])
})
