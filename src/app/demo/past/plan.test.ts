import { expect, test } from "vitest"
import { SECOND_FACTOR_AFTER_DAYS } from "../demo-tenant.ts"
import { planPast } from "./plan.ts"

test("whoever tries the demo after its past signs in with a password alone for a year", () => {
  expect(SECOND_FACTOR_AFTER_DAYS - planPast().days).toBeGreaterThan(365)
})

test("the past has eighteen months, both languages, every cycle and every kind of payer", () => {
  const { days, newcomers } = planPast()
  expect(days).toBe(540)
  expect(new Set(newcomers.map(({ language }) => language))).toEqual(new Set(["en", "ko"]))
  const purchases = newcomers.flatMap(({ purchase }) => purchase ?? [])
  expect(purchases.length).toBeGreaterThan(30)
  expect(new Set(purchases.map(({ cycle }) => cycle))).toEqual(new Set(["monthly", "quarterly", "annual"]))
  const acts = new Set(purchases.flatMap(({ later }) => later?.act ?? []))
  expect(acts).toEqual(new Set(["upgrade", "cancel", "refund", "extend", "credit"]))
})
