import { expect, test } from "vitest"
import { shutDays } from "./shut-days.ts"

const friday = Temporal.PlainDate.from("2026-05-22")

test("a weekend and a holiday behind it lead to the day after", () => {
  const { days, open } = shutDays(friday, { businessDaysOnly: true, holidays: ["2026-05-25"] })
  const leading = new Map(days.map((day, index) => [day, open[index]]))
  expect(leading.get("2026-05-22")).toBeUndefined()
  for (const day of ["2026-05-23", "2026-05-24", "2026-05-25"]) expect(leading.get(day)).toBe("2026-05-26")
  expect(leading.get("2026-05-30")).toBe("2026-06-01")
})

test("where every day is one, none is shut", () => {
  expect(shutDays(friday, { businessDaysOnly: false, holidays: ["2026-05-25"] }).days).toEqual([])
})
