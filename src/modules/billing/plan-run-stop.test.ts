import { expect, test } from "vitest"
import { planRunStop, type RunFigures, risePercent } from "./plan-run-stop.ts"

const policy = { stopTotalPercent: 50, stopLinePercent: 100 }
const run = (changes: Partial<RunFigures> = {}): RunFigures => ({
  subscriptions: 20,
  nowMinor: 220_000n,
  expectedMinor: 220_000n,
  raised: 0,
  ...changes,
})

test("the same as last time goes on; half as much again does, a won more is looked at", () => {
  expect(planRunStop([], policy)).toEqual([])
  expect(planRunStop([run()], policy)).toEqual([])
  expect(planRunStop([run({ nowMinor: 330_000n })], policy)).toEqual([])
  expect(planRunStop([run({ nowMinor: 330_220n })], policy)).toEqual(["total"])
  expect(planRunStop([run(), run({ nowMinor: 440_000n, raised: 20 })], policy)).toEqual(["total", "line"])
})

test("of a handful the sum is no measure, a single line is; zero asks for no look", () => {
  const few = run({ subscriptions: 9, nowMinor: 400_000n })
  expect(planRunStop([few], policy)).toEqual([])
  expect(planRunStop([{ ...few, raised: 1 }], policy)).toEqual(["line"])
  expect(
    planRunStop([run({ nowMinor: 990_000n, raised: 3 })], { stopTotalPercent: 0, stopLinePercent: 0 }),
  ).toEqual([])
})

test("a rise in percent, to a tenth; what cost nothing before has none", () => {
  expect(risePercent(14_300n, 11_000n)).toBe(30)
  expect(risePercent(9_900n, 11_000n)).toBe(-10)
  expect(risePercent(11_000n, 0n)).toBe(0)
})
