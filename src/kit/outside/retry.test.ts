import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { backoffMs, createRetryBudget, readRetryAfter } from "./retry.ts"

describe("the retry budget", () => {
  it("never lets four or more calls become more than twice as many, in any order of calls and retries", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 300 }), (events) => {
        const budget = createRetryBudget()
        let calls = 0
        let retries = 0
        for (const isCall of events) {
          if (isCall) {
            calls++
            budget.earn()
          } else if (budget.spend()) retries++
          expect(retries).toBeLessThanOrEqual(Math.max(calls, 4))
        }
      }),
    )
  })

  it("saves nothing up for a bad day", () => {
    const budget = createRetryBudget()
    for (let call = 0; call < 1_000; call++) budget.earn()
    expect([budget.spend(), budget.spend(), budget.spend()]).toEqual([true, true, false])
  })
})

describe("the pause before a retry", () => {
  it("is anything up to a doubling ceiling, and never before Retry-After", () => {
    expect([1, 2, 3, 9].map((tries) => backoffMs(tries, undefined, () => 1))).toEqual([
      250, 500, 1_000, 5_000,
    ])
    expect(backoffMs(3, undefined, () => 0)).toBe(0)
    expect(backoffMs(1, 3, () => 0.5)).toBe(3_125)
  })
})

describe("Retry-After", () => {
  const date = "Sat, 21 Nov 2026 07:00:00 GMT"

  it.each([
    [{ "retry-after": "120" }, 120],
    [{ "retry-after": " 1.5 " }, 2],
    [{ "retry-after": "99999999" }, 86_400],
    [{ "retry-after": "Sat, 21 Nov 2026 07:00:30 GMT", date }, 30],
    [{ "retry-after": "Sat, 21 Nov 2026 06:00:00 GMT", date }, 0],
    [{ "retry-after": "Sat, 21 Nov 2026 07:00:30 GMT" }, undefined],
    [{ "retry-after": "-5" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("%j is %s seconds", (headers, seconds) =>
    expect(readRetryAfter(headers as Record<string, string>)).toBe(seconds),
  )
})
