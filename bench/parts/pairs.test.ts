import { expect, test } from "vitest"
import { comparePairs, judge, median } from "./pairs.ts"

test("the median of the pairs' ratios counts, not the ratio of the sums", () => {
  const pairs = [1, 1, 1, 1, 1, 1, 100].map((subject) => ({ reference: 1, subject }))
  expect(judge({ name: "x", unit: "ms", target: { atMost: 1.5 } }, pairs)).toMatchObject({
    medianRatio: 1,
    verdict: "met",
  })
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test("a miss on a noisy machine is void, on a quiet one it is a miss", () => {
  const quiet = [10, 10, 10].map((reference) => ({ reference, subject: reference * 3 }))
  const noisy = [10, 20, 40].map((reference) => ({ reference, subject: reference * 3 }))
  expect(judge({ name: "x", unit: "ms", target: { atMost: 2 } }, quiet).verdict).toBe("missed")
  expect(judge({ name: "x", unit: "ms", target: { atMost: 2 } }, noisy).verdict).toBe("void")
})

test("reference and subject take turns, seven pairs at least", async () => {
  const order: string[] = []
  const take = (name: string) => async () => {
    order.push(name)
    return 1
  }
  const result = await comparePairs({
    name: "x",
    unit: "ms",
    pairs: 2,
    reference: take("r"),
    subject: take("s"),
  })
  expect(result.pairs).toHaveLength(7)
  expect(order.slice(2, 8)).toEqual(["r", "s", "s", "r", "r", "s"])
})
