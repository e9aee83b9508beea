import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { axisLabels, linePoints, niceTop, sharesOf, stackSums } from "./chart-scale.ts"

describe("the end of an axis", () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 4],
    [5, 6],
    [7, 8],
    [9, 10],
    [11, 20],
    [21_000, 40_000],
  ])("%d ends at %d", (largest, top) => expect(niceTop(largest)).toBe(top))

  it("holds every figure and is never more than twice too long", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (largest) => {
        expect(niceTop(largest)).toBeGreaterThanOrEqual(largest)
        expect(niceTop(largest)).toBeLessThanOrEqual(largest * 2)
      }),
    )
  })
})

describe("names below an axis", () => {
  it.each([1, 2, 3, 4, 5, 6])("of %d bars stand each below its own", (count) => {
    const labels = axisLabels(count, "bars")
    expect(labels.map(({ at }) => at)).toEqual(Array.from({ length: count }, (_, at) => at))
    for (const { at, percent, anchor } of labels) {
      expect(anchor).toBe("middle")
      expect(percent).toBeCloseTo((100 * (at + 0.5)) / count, 1)
    }
  })

  it("of many bars are three, the middle one below its bar for even counts too", () => {
    expect(axisLabels(30, "bars").map(({ at, percent }) => [at, percent])).toEqual([
      [0, 0],
      [14, 48.33],
      [29, 100],
    ])
  })

  it("of a line stand at its points", () => {
    expect(axisLabels(4, "lines").map(({ at, percent }) => [at, percent])).toEqual([
      [0, 0],
      [1, 33.33],
      [3, 100],
    ])
    expect(axisLabels(2, "lines").map(({ at }) => at)).toEqual([0, 1])
    expect(axisLabels(1, "lines").map(({ at }) => at)).toEqual([0])
  })
})

it("draws a line from the foot to the top of its box", () => {
  expect(linePoints([0, 5, 10], 10)).toBe("0,100 50,50 100,0")
  expect(linePoints([4], 4)).toBe("0,0")
})

it("cuts a whole into shares, and nothing into nothing", () => {
  expect(sharesOf([1, 3])).toEqual([
    { from: 0, percent: 25 },
    { from: 25, percent: 75 },
  ])
  expect(sharesOf([0, 0]).map(({ percent }) => percent)).toEqual([0, 0])
})

it("piles series up", () => {
  expect(stackSums([[1, 2], [3, 4], []])).toEqual([4, 6])
  expect(stackSums([])).toEqual([])
})
