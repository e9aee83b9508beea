import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { findLateFeeRule } from "./late-fee-rules.ts"
import { type LateFeeFacts, planLateFee } from "./plan-late-fee.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const won = (minor: bigint) => money(minor, "KRW")
const facts: LateFeeFacts = {
  policy: { kind: "percent", afterDays: 14, basisPoints: 50, amounts: {} },
  rule: findLateFeeRule({ country: "KR", on: day("2026-04-01") }),
  owed: won(1_000_000n),
  dueOn: day("2026-04-01"),
  today: day("2026-04-15"),
  isHeldOff: false,
}
const fee = (other: Partial<LateFeeFacts>) => planLateFee({ ...facts, ...other })?.fee.minor

test("a part of what is owed, from its day on and not a day before", () => {
  expect(fee({})).toBe(5_000n)
  expect(fee({ today: day("2026-04-14") })).toBeUndefined()
})

test("never above what the law lets for the days: 20 % a year of 1,000,000 for 14 days is 7,671", () => {
  const policy = { kind: "percent", afterDays: 14, basisPoints: 500, amounts: {} } as const
  expect(fee({ policy })).toBe(7_671n)
  expect(fee({ policy: { ...policy, kind: "fixed", amounts: { KRW: "30000" } } })).toBe(7_671n)
  expect(fee({ policy: { ...policy, kind: "fixed", amounts: { KRW: "3000" } } })).toBe(3_000n)
})

test("none by default, none where it is promised or disputed, none without a rule of the country", () => {
  expect(fee({ policy: { kind: "none", afterDays: 14, basisPoints: 500, amounts: {} } })).toBeUndefined()
  expect(fee({ isHeldOff: true })).toBeUndefined()
  expect(fee({ rule: null })).toBeUndefined()
  expect(findLateFeeRule({ country: "DE", on: day("2026-04-01") })).toBeNull()
  expect(findLateFeeRule({ country: "KR", on: day("2021-07-06") })?.mostPercentAYear).toBe(24)
})
