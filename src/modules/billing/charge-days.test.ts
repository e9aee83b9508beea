import { expect, test } from "vitest"
import { isChargeDay } from "./charge-days.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const dueOn = day("2026-04-01")
const chargeDays = [0, 1, 3, 5]

test("charged on the due day, one, three and five days after it, and on no other day", () => {
  let triedOn: Temporal.PlainDate | null = null
  const tries: string[] = []
  for (let days = -3; days < 20; days++) {
    const today = dueOn.add({ days })
    if (!isChargeDay({ dueOn, today, chargeDays, triedOn })) continue
    triedOn = today
    tries.push(today.toString())
  }
  expect(tries).toEqual(["2026-04-01", "2026-04-02", "2026-04-04", "2026-04-06"])
})

test("missed days are one try; played again on the same day it is not another", () => {
  const late = { dueOn, today: day("2026-04-05"), chargeDays }
  expect(isChargeDay({ ...late, triedOn: null })).toBe(true)
  expect(isChargeDay({ ...late, triedOn: day("2026-04-05") })).toBe(false)
  expect(isChargeDay({ dueOn, today: day("2026-05-20"), chargeDays, triedOn: null })).toBe(false)
})
