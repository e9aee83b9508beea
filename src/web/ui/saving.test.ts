import { expect, it } from "vitest"
import { savingOver } from "./saving.ts"

it("months are free only where it is so to the last unit; parts of a hundredth are not promised", () => {
  const of = (month: string, whole: string, months = 12) => savingOver({ month, whole, months })
  expect(of("11000", "110000")).toEqual({ minor: 22_000n, percent: 16, monthsFree: 2 })
  expect(of("890", "8900")).toEqual({ minor: 1_780n, percent: 16, monthsFree: 2 })
  expect(of("890", "8901")).toEqual({ minor: 1_779n, percent: 16, monthsFree: 0 })
  expect(of("890", "8899")).toEqual({ minor: 1_781n, percent: 16, monthsFree: 0 })
  expect(of("11000", "131900")).toEqual({ minor: 100n, percent: 0, monthsFree: 0 })
  // Dearer than its months, the same as they, one month, or nothing to compare with.
  expect(of("11000", "140000")).toEqual({ minor: -8_000n, percent: -6, monthsFree: 0 })
  for (const none of [of("11000", "132000"), of("11000", "9000", 1), of("0", "9000")]) expect(none).toBeNull()
  expect(savingOver({ whole: "110000", month: undefined, months: 12 })).toBeNull()
  // Given for nothing all year: every month of it.
  expect(of("11000", "0")).toEqual({ minor: 132_000n, percent: 100, monthsFree: 12 })
})
