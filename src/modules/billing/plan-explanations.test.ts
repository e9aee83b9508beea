import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Currency, money, subtract } from "#kit/money.ts"
import type { DocumentLineInput } from "./document.ts"
import { CHANGE_RULE, writeChange } from "./line-rule.ts"
import { planChange } from "./plan-change.ts"
import { planDocument } from "./plan-document.ts"
import { planExplanations } from "./plan-explanations.ts"

const taxLabel = { en: "VAT", ko: "부가세" }
const ten = { numerator: 1n, denominator: 10n }
const day = (text: string) => Temporal.PlainDate.from(text)

function line(
  unitMinor: bigint,
  currency: Currency,
  more: Partial<DocumentLineInput> = {},
): DocumentLineInput {
  return {
    words: "VPS",
    planId: "pln_1",
    priceId: "prc_1",
    quantity: 1n,
    unit: money(unitMinor, currency),
    cycle: "monthly",
    rule: "catalogue price × quantity",
    ...more,
  }
}

function changeLine(oldMinor: bigint, newMinor: bigint): DocumentLineInput {
  const [oldCharged, newCharged] = [money(oldMinor, "KRW"), money(newMinor, "KRW")]
  const plan = planChange({
    period: { start: day("2027-06-01"), end: day("2027-07-01") },
    changeOn: day("2027-06-11"),
    oldCharged,
    newCharged,
    gatewayLeast: money(0n, "KRW"),
    downgrade: "now",
  })
  const facts = writeChange({ oldCharged, newCharged, daysLeft: plan.daysLeft, totalDays: plan.totalDays })
  return line(0n, "KRW", { unit: subtract(plan.due, plan.unused), rule: CHANGE_RULE, facts })
}

describe("how was this computed", () => {
  const settings = { taxIncluded: true, taxRate: ten }

  test("a change of plan in plain words, with the numbers", () => {
    const { lines } = planDocument({ currency: "KRW", settings, lines: [changeLine(27_000n, 60_000n)] })
    const [english] = planExplanations({ taxIncluded: true, taxLabel, lines, language: "en" })
    expect(english?.isSame).toBe(true)
    expect(english?.steps).toEqual([
      "Left of the plan so far: ₩27,000 really charged × 20 of 30 days = ₩18,000.",
      "The other plan for the same days: ₩60,000 × 20 of 30 days = ₩40,000.",
      "The difference: ₩40,000 − ₩18,000 = ₩22,000.",
      "VAT of 10% is in the price: of ₩22,000 for all lines at this rate it is ₩2,000, rounded once.",
      "Net ₩20,000 + VAT ₩2,000 = ₩22,000.",
    ])
    const [korean] = planExplanations({ taxIncluded: true, taxLabel, lines, language: "ko" })
    expect(korean?.steps[2]).toBe("차액: 40,000원 − 18,000원 = 22,000원")
  })

  test("of three lines each says its share of the tax that was rounded once", () => {
    const { lines } = planDocument({
      currency: "KRW",
      settings,
      lines: [5_000n, 5_000n, 5_000n].map((unit) => line(unit, "KRW")),
    })
    const explained = planExplanations({ taxIncluded: true, taxLabel, lines, language: "en" })
    expect(explained[0]?.steps.slice(1, 3)).toEqual([
      "VAT of 10% is in the price: of ₩15,000 for all lines at this rate it is ₩1,364, rounded once.",
      "This line's share of it is ₩455; the shares add up to the whole.",
    ])
    expect(explained.map(({ isSame }) => isSame)).toEqual([true, true, true])
  })

  test("an amount that does not follow from its reason is found", () => {
    const { lines } = planDocument({ currency: "KRW", settings, lines: [changeLine(27_000n, 60_000n)] })
    const [changed] = lines.map((one) => ({
      ...one,
      reason: { ...one.reason, facts: { ...one.reason.facts, daysLeft: "21" } },
    }))
    const [found] = planExplanations({
      taxIncluded: true,
      taxLabel,
      lines: changed ? [changed] : [],
      language: "en",
    })
    expect(found?.isSame).toBe(false)
  })
})

test("whatever is on a document: each line's reason alone gives the same amounts again", () => {
  const lines = fc.array(
    fc.record({
      unit: fc.bigInt(0n, 5_000_000n),
      more: fc.bigInt(0n, 5_000_000n),
      quantity: fc.bigInt(1n, 9n),
      percent: fc.integer({ min: 0, max: 30 }),
      isChange: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(lines, fc.boolean(), (wanted, taxIncluded) => {
      const document = planDocument({
        currency: "KRW",
        settings: { taxIncluded, taxRate: ten },
        lines: wanted.map(({ unit, more, quantity, percent, isChange }) => ({
          ...(isChange ? changeLine(unit, unit + more) : line(unit, "KRW", { quantity })),
          taxRate: { numerator: BigInt(percent), denominator: 100n },
        })),
      })
      const explained = planExplanations({ taxIncluded, taxLabel, lines: document.lines, language: "ko" })
      for (const { isSame } of explained) expect(isSame).toBe(true)
    }),
    { numRuns: 200 },
  )
})
