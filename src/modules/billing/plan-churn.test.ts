import fc from "fast-check"
import { expect, test } from "vitest"
import { type ChurnGroup, planChurn } from "./plan-churn.ts"

test("who is there at a month's beginning, who leaves in it, and who comes", () => {
  const groups: ChurnGroup[] = [
    { begun: 0, ended: null, count: 10 },
    { begun: 0, ended: 1, count: 2 },
    { begun: 1, ended: 2, count: 3 },
    // Came and left within one month: was never there when one began.
    { begun: 2, ended: 2, count: 5 },
  ]
  expect(planChurn(["2026-01", "2026-02", "2026-03"], groups)).toEqual([
    { month: "2026-01", atStart: 12, ended: 2, begun: 3 },
    { month: "2026-02", atStart: 13, ended: 3, begun: 5 },
    { month: "2026-03", atStart: 10, ended: 0, begun: 0 },
  ])
})

test("a month's beginning is the one before it, with who came and without who left", () => {
  const group = fc
    .record({ begun: fc.nat(4), stays: fc.option(fc.nat(4)), count: fc.nat(50) })
    .map(({ begun, stays, count }) => ({ begun, ended: stays === null ? null : begun + stays, count }))
  const planned = fc
    .array(group)
    .map((groups) => ({ groups, months: planChurn(["a", "b", "c", "d"], groups) }))
  const breaks = fc.check(
    fc.property(planned, ({ groups, months }) =>
      months.slice(1).every(({ atStart }, index) => {
        const before = months[index]
        const fleeting = groups
          .filter(({ begun, ended }) => begun === index + 1 && ended === begun)
          .reduce((sum, { count }) => sum + count, 0)
        return before !== undefined && atStart === before.atStart - before.ended + before.begun - fleeting
      }),
    ),
  )
  expect(breaks.counterexample).toBeNull()
})
