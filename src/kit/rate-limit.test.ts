import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createRateLimit, type RateLimitOptions } from "./rate-limit.ts"

function createTestLimit(options: Partial<RateLimitOptions> = {}) {
  const time = { now: 0 }
  const limit = createRateLimit({ limit: 5, windowSeconds: 10, monotonic: () => time.now, ...options })
  return { limit, time }
}

describe("a rate limit", () => {
  it("lets so many through, says what is left, then refuses and says until when", () => {
    const { limit, time } = createTestLimit()
    const answers = Array.from({ length: 6 }, () => limit.take("a"))
    expect(answers.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
      [true, 4],
      [true, 3],
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
    ]) // prettier-ignore
    expect(answers[0]).toMatchObject({ limit: 5, resetSeconds: 2 })
    expect(answers[5]).toMatchObject({ resetSeconds: 2 })
    time.now += 1_999
    expect(limit.take("a").allowed).toBe(false)
    time.now += 1
    expect(limit.take("a")).toMatchObject({ allowed: true, remaining: 0, resetSeconds: 10 })
    time.now += 1_000_000
    expect(limit.take("a")).toMatchObject({ remaining: 4 })
  })

  it("counts each key by itself, by weight, and takes back what did not count", () => {
    const { limit } = createTestLimit()
    expect(limit.take("a", 4)).toMatchObject({ allowed: true, remaining: 1 })
    expect(limit.take("a", 2)).toMatchObject({ allowed: false, remaining: 1, resetSeconds: 2 })
    expect(limit.take("b", 5)).toMatchObject({ allowed: true, remaining: 0 })
    limit.giveBack("a", 2)
    expect(limit.take("a", 4)).toMatchObject({ allowed: false, remaining: 3 })
    limit.giveBack("a", 9)
    expect(limit.take("a", 5)).toMatchObject({ allowed: true, remaining: 0 })
    expect(limit.take("c", 6)).toMatchObject({ allowed: false })
  })

  it("never lets more through than the limit and what flowed back, and keeps its word", () => {
    const step = fc.record({ wait: fc.nat(5_000), tries: fc.nat(4) })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(step),
        (most, windowSeconds, steps) => {
          const { limit, time } = createTestLimit({ limit: most, windowSeconds })
          let through = 0
          for (const { wait, tries } of steps) {
            time.now += wait
            for (let nth = 0; nth < tries; nth++) if (limit.take("a").allowed) through++
            expect(through).toBeLessThanOrEqual(most + (time.now / 1_000) * (most / windowSeconds) + 0.001)
          }
          const answer = limit.take("a", 1)
          if (answer.allowed) return
          time.now += answer.resetSeconds * 1_000
          expect(limit.take("a").allowed).toBe(true)
        },
      ),
    )
  })

  it("remembers only so many keys, the ones seen last", () => {
    const { limit } = createTestLimit({ maxKeys: 3 })
    for (const key of ["a", "b", "c"]) limit.take(key, 5)
    limit.take("a")
    limit.take("d", 5)
    expect(limit.size()).toBe(3)
    expect([limit.take("a").allowed, limit.take("c").allowed, limit.take("d").allowed]).toEqual([
      false,
      false,
      false,
    ])
    expect(limit.take("b").allowed).toBe(true)
    for (let key = 0; key < 1_000; key++) limit.take(String(key))
    expect(limit.size()).toBe(3)
  })

  it("does not stumble over a clock that steps back", () => {
    const { limit, time } = createTestLimit()
    limit.take("a", 5)
    time.now -= 60_000
    expect(limit.take("a")).toMatchObject({ allowed: false, remaining: 0 })
  })

  it("takes no nonsense", () => {
    expect(() => createTestLimit({ limit: 0 })).toThrow()
    expect(() => createTestLimit({ windowSeconds: Number.NaN })).toThrow()
    expect(() => createTestLimit().limit.take("a", -1)).toThrow()
  })
})
