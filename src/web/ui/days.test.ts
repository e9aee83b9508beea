import { expect, test } from "vitest"
import { daysBetween, shiftDay } from "./days.ts"

test("days are counted by the calendar, over months, leap days and changes of the clock", () => {
  expect(shiftDay("2028-02-28", 1)).toBe("2028-02-29")
  expect(shiftDay("2027-03-01", -1)).toBe("2027-02-28")
  expect(shiftDay("2026-12-31", 1)).toBe("2027-01-01")
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2)
  expect(daysBetween("2026-11-28", "2026-11-20")).toBe(-8)
})
