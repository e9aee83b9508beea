import { expect, test } from "vitest"
import { createRateLimiter } from "./rate-limit.ts"

test("a bucket empties, says when to come back, and refills", () => {
  let now = 0
  const limiter = createRateLimiter({ limit: 3, perSeconds: 60 }, () => now)
  expect([1, 2, 3].map(() => limiter.take("a").allowed)).toEqual([true, true, true])
  expect(limiter.take("a")).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 20 })
  expect(limiter.take("b").allowed).toBe(true)
  now += 20_000
  expect(limiter.take("a").allowed).toBe(true)
})

test("a flood of keys is forgotten, oldest first", () => {
  const limiter = createRateLimiter({ limit: 1, perSeconds: 60 }, () => 0, 2)
  limiter.take("a")
  limiter.take("b")
  limiter.take("c")
  expect(limiter.take("c").allowed).toBe(false)
  expect(limiter.take("a").allowed).toBe(true)
})
