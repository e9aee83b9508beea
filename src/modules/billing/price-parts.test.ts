import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { factsOfPrice, recomputeAmount } from "./line-rule.ts"
import { planDocument } from "./plan-document.ts"
import { planExplanations } from "./plan-explanations.ts"
import { nameParts, type PricePart, sumParts, writeParts } from "./price-parts.ts"

const both = (text: string) => ({ en: text, ko: text })
const parts: PricePart[] = [
  { optionId: null, value: null, words: both("Start"), quantity: 1, unitMinor: "11000" },
  { optionId: "memory", value: 4, words: both("Extra memory 4 GB"), quantity: 4, unitMinor: "3300" },
  { optionId: "moving-in", value: true, words: both("Moving in"), quantity: 1, unitMinor: "0" },
]
const list = money(24_200n, "KRW")
const settings = { taxIncluded: true, taxRate: { numerator: 1n, denominator: 10n } }

function explain(unit = list, facts = writeParts(parts)) {
  const reason = {
    planId: null,
    priceId: null,
    quantity: 2n,
    unit,
    cycle: "monthly",
    rule: "subscription price × quantity",
    ...factsOfPrice({ list, unit, codes: unit === list ? [] : ["SAVE"], parts: facts }),
  }
  const { lines } = planDocument({ currency: "KRW", settings, lines: [{ ...reason, words: "Start" }] })
  const told = { taxIncluded: true, taxLabel: { en: "VAT", ko: "부가세" }, lines, language: "en" } as const
  return { reason, explanation: planExplanations(told)[0] }
}

test("the parts are the price, and what was paid once is no part of a later one's name", () => {
  expect(sumParts(parts, list)).toEqual(list)
  expect(nameParts(parts, "ko")).toBe(" + Extra memory 4 GB")
  expect(nameParts([], "en")).toBe("")
  expect(writeParts(parts.slice(0, 1))).toEqual({})
})

test("a line names what its price is made of, and comes to the same amount from that alone", () => {
  const { reason, explanation } = explain()
  expect(recomputeAmount(reason).minor).toBe(48_400n)
  expect(explanation?.isSame).toBe(true)
  expect(explanation?.steps.slice(0, 2)).toEqual([
    "Start ₩11,000 + Extra memory 4 GB ₩3,300 × 4 = ₩24,200.",
    "Price ₩24,200 × 2 = ₩48,400.",
  ])
})

test("a coupon is taken off the sum", () => {
  const { explanation } = explain(money(21_780n, "KRW"))
  expect(explanation?.isSame).toBe(true)
  expect(explanation?.steps.slice(0, 3)).toEqual([
    "Start ₩11,000 + Extra memory 4 GB ₩3,300 × 4 = ₩24,200.",
    "Before discounts ₩24,200, less ₩2,420 (SAVE) = ₩21,780.",
    "Price ₩21,780 × 2 = ₩43,560.",
  ])
})

test("several cycles at one price tell their parts for all of them", () => {
  const year = writeParts(parts, 12)
  expect(JSON.parse(year["parts"] ?? "")).toMatchObject([{ unitMinor: "132000" }, { unitMinor: "39600" }])
})

test.each([
  [
    "a part",
    writeParts([...parts.slice(0, 1), ...parts.slice(1).map((one) => ({ ...one, unitMinor: "3400" }))]),
  ],
  ["a number of them", writeParts(parts.map((one) => ({ ...one, quantity: one.quantity + 1 })))],
])("%s that was changed afterwards shows", (_, facts) => {
  expect(explain(list, facts).explanation?.isSame).toBe(false)
  expect(explain(money(21_780n, "KRW"), facts).explanation?.isSame).toBe(false)
})
