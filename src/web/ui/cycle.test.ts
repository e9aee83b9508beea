import { describe, expect, it } from "vitest"
import { spanOf } from "./cycle.ts"

describe("so many turns", () => {
  it("are said in the unit people think in", () => {
    expect(spanOf("monthly", 1)).toEqual({ unit: "month", count: 1 })
    expect(spanOf("monthly", 12)).toEqual({ unit: "year", count: 1 })
    expect(spanOf("quarterly", 4)).toEqual({ unit: "year", count: 1 })
    expect(spanOf("quarterly", 5)).toEqual({ unit: "month", count: 15 })
    expect(spanOf("semiannual", 3)).toEqual({ unit: "month", count: 18 })
    expect(spanOf("biennial", 2)).toEqual({ unit: "year", count: 4 })
    expect(spanOf("daily", 6)).toEqual({ unit: "day", count: 6 })
    expect(spanOf("hourly", 2)).toEqual({ unit: "hour", count: 2 })
    expect(spanOf("one_time", 1)).toEqual({ unit: "once", count: 1 })
  })
})
