import { expect, it } from "vitest"
import { readPhone } from "./phone-rules.ts"

it("writes a number as people read it", () => {
  expect(readPhone("01012345678", "KR")).toEqual({
    dialled: "+821012345678",
    international: "+82 10 1234 5678",
  })
  expect(readPhone("+49 30 901820", "KR")?.dialled).toBe("+4930901820")
})

it("knows what can be no number", () => {
  expect(readPhone("12", "KR")).toBeUndefined()
  expect(readPhone("call me", "DE")).toBeUndefined()
})
