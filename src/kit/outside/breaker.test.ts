import { describe, expect, it } from "vitest"
import { createBreaker, type Verdict } from "./breaker.ts"

function createTestBreaker() {
  const time = { now: 0 }
  const breaker = createBreaker(() => time.now)
  const run = (...verdicts: Verdict[]) => verdicts.map((verdict) => breaker.enter()?.(verdict))
  const fail = (times: number) => run(...Array.from({ length: times }, () => "failing" as const))
  return { time, breaker, run, fail }
}

describe("a breaker", () => {
  it("opens only when failures stand in a row", () => {
    const { breaker, run, fail } = createTestBreaker()
    fail(4)
    run("alive")
    fail(4)
    run("says_nothing")
    expect(breaker.state()).toBe("closed")
    fail(1)
    expect(breaker.state()).toBe("open")
    expect(breaker.enter()).toBeUndefined()
  })

  it("rests longer after each probe that fails, never over a minute", () => {
    const { breaker, time, fail } = createTestBreaker()
    fail(5)
    const rests: number[] = []
    for (let probe = 0; probe < 5; probe++) {
      rests.push(breaker.secondsUntilTry())
      time.now += breaker.secondsUntilTry() * 1_000
      fail(1)
    }
    expect(rests).toEqual([10, 20, 40, 60, 60])
  })

  it("lets the next probe go when one said nothing", () => {
    const { breaker, time, fail } = createTestBreaker()
    fail(5)
    time.now += 10_000
    const probe = breaker.enter()
    expect(breaker.enter()).toBeUndefined()
    probe?.("says_nothing")
    expect(breaker.state()).toBe("half_open")
    breaker.enter()?.("alive")
    expect(breaker.state()).toBe("closed")
  })

  it("does not listen to what was sent before it opened or closed", () => {
    const { breaker, time, fail } = createTestBreaker()
    const early = breaker.enter()
    const earlier = breaker.enter()
    fail(5)
    early?.("alive")
    expect(breaker.state()).toBe("open")
    time.now += 10_000
    breaker.enter()?.("alive")
    fail(4)
    earlier?.("failing")
    expect(breaker.state()).toBe("closed")
  })
})
