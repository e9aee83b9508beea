import { describe, expect, it } from "vitest"
import { doorGuard, guardId, waitSeconds } from "./guard.ts"

const wait = (tries: number, secondsSince: number) => waitSeconds(doorGuard, { tries, secondsSince })

describe("how long another try has to wait", () => {
  it("grows from nothing over seconds to a quarter of an hour", () => {
    expect([0, 4, 5, 6, 7, 8, 9, 10, 50].map((tries) => wait(tries, 0))).toEqual([
      0, 0, 1, 2, 4, 8, 16, 900, 900,
    ])
    expect(waitSeconds(doorGuard, undefined)).toBe(0)
  })

  it("is over when it is over, and forgotten after an hour of quiet", () => {
    expect(wait(7, 3.2)).toBe(1)
    expect(wait(7, 4)).toBe(0)
    expect(wait(50, 899)).toBe(1)
    expect(wait(50, 3_600)).toBe(0)
  })

  it("is kept under a name that tells no address", () => {
    expect(guardId("door a@b.test")).toMatch(/^grd_[\w-]{32}$/)
    expect(guardId("door a@b.test")).not.toBe(guardId("door a@b.tesu"))
  })
})
