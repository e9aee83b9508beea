import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Currency, money, type Rate } from "#kit/money.ts"
import type { DocumentLineInput } from "./document.ts"
import { planDocument } from "./plan-document.ts"
import { planExplanations } from "./plan-explanations.ts"

const nineteen = { numerator: 19n, denominator: 100n }
const ten = { numerator: 1n, denominator: 10n }

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

function plan(currency: Currency, tax: { included: boolean; rate: Rate }, units: bigint[]) {
  return planDocument({
    currency,
    settings: { taxIncluded: tax.included, taxRate: tax.rate },
    lines: units.map((unit) => line(unit, currency)),
  })
}

describe("tax on top, once per document and rate", () => {
  test("3 × 0.33 EUR at 19 % is 0.19, not three times 0.06", () => {
    const document = plan("EUR", { included: false, rate: nineteen }, [33n, 33n, 33n])
    expect(document.tax).toEqual(money(19n, "EUR"))
    expect(document.net).toEqual(money(99n, "EUR"))
    expect(document.total).toEqual(money(118n, "EUR"))
    expect(document.lines.map((one) => one.tax.minor)).toEqual([7n, 6n, 6n])
  })

  test("exactly one half goes up", () => {
    expect(plan("EUR", { included: false, rate: ten }, [5n]).tax.minor).toBe(1n)
  })
})

describe("tax inside: the Korean payment total", () => {
  const korean = { included: true, rate: ten }

  test.each([
    { units: [5_000n, 5_000n, 5_000n], tax: 1_364n, net: 13_636n },
    { units: [11_000n], tax: 1_000n, net: 10_000n },
    { units: [10_000n], tax: 909n, net: 9_091n },
    { units: [1n], tax: 0n, net: 1n },
  ])("$units won hold $tax won", ({ units, tax, net }) => {
    const document = plan("KRW", korean, units)
    expect(document.tax.minor).toBe(tax)
    expect(document.net.minor).toBe(net)
    expect(document.total.minor).toBe(units.reduce((sum, unit) => sum + unit, 0n))
  })
})

test("a regime that truncates lines: 3 × 5,000 won hold 3 × 454, where the payment total holds 1,364", () => {
  const settings = { taxIncluded: true, taxRate: ten, taxMode: "truncated_lines" } as const
  const lines = [5_000n, 5_000n, 5_000n].map((unit) => line(unit, "KRW"))
  const inside = planDocument({ currency: "KRW", settings, lines })
  expect(inside.lines.map((one) => [one.net.minor, one.tax.minor])).toEqual(Array(3).fill([4_546n, 454n]))
  expect([inside.net.minor, inside.tax.minor, inside.total.minor]).toEqual([13_638n, 1_362n, 15_000n])
  const outside = planDocument({
    currency: "EUR",
    settings: { taxIncluded: false, taxRate: nineteen, taxMode: "truncated_lines" },
    lines: [33n, 33n, 33n].map((unit) => line(unit, "EUR")),
  })
  expect([outside.tax.minor, outside.total.minor]).toEqual([18n, 117n])
  expect(outside.taxes).toMatchObject([{ net: { minor: 99n }, tax: { minor: 18n } }])
})

test("each rate is a group of its own; the same rate written otherwise is the same group", () => {
  const document = planDocument({
    currency: "EUR",
    settings: { taxIncluded: false, taxRate: nineteen },
    lines: [
      line(1_000n, "EUR"),
      line(1_000n, "EUR", { taxRate: { numerator: 7n, denominator: 100n } }),
      line(33n, "EUR", { taxRate: { numerator: 190n, denominator: 1_000n } }),
    ],
  })
  expect(document.taxes.map(({ net, tax }) => [net.minor, tax.minor])).toEqual([
    [1_033n, 196n],
    [1_000n, 70n],
  ])
  expect(document.lines.map((one) => one.net.minor)).toEqual([1_000n, 1_000n, 33n])
})

test("a line that is below zero, or in another currency, is refused", () => {
  const settings = { taxIncluded: false, taxRate: nineteen }
  expect(() => planDocument({ currency: "EUR", settings, lines: [line(-1n, "EUR")] })).toThrow(RangeError)
  expect(() => planDocument({ currency: "EUR", settings, lines: [line(1n, "KRW")] })).toThrow(RangeError)
})

test("whatever is sold: lines add up to the document, and the tax is right to half a unit", () => {
  const lines = fc.array(
    fc.record({
      unit: fc.bigInt(0n, 10_000_000n),
      quantity: fc.bigInt(0n, 50n),
      percent: fc.integer({ min: 0, max: 30 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(lines, fc.boolean(), (wanted, taxIncluded) => {
      const document = planDocument({
        currency: "EUR",
        settings: { taxIncluded, taxRate: nineteen },
        lines: wanted.map(({ unit, quantity, percent }) =>
          line(unit, "EUR", { quantity, taxRate: { numerator: BigInt(percent), denominator: 100n } }),
        ),
      })
      const add = (pick: (one: (typeof document.lines)[number]) => bigint) =>
        document.lines.reduce((sum, one) => sum + pick(one), 0n)
      expect(add((one) => one.net.minor)).toBe(document.net.minor)
      expect(add((one) => one.tax.minor)).toBe(document.tax.minor)
      expect(add((one) => one.gross.minor)).toBe(document.total.minor)
      const asked = wanted.reduce((sum, { unit, quantity }) => sum + unit * quantity, 0n)
      expect(taxIncluded ? document.total.minor : document.net.minor).toBe(asked)
      for (const { rate, net, tax } of document.taxes) {
        const distance = 2n * (tax.minor * rate.denominator - net.minor * rate.numerator)
        // Inside, the net is what is left, so the distance may be up to half a unit of the gross sum's tax.
        const bound = taxIncluded ? rate.denominator + rate.numerator : rate.denominator
        expect(distance <= bound && -distance <= bound).toBe(true)
      }
      for (const one of document.lines) expect(one.tax.minor >= 0n).toBe(true)
    }),
    { numRuns: 400 },
  )
})

describe("a price that holds another tax than the one that is charged", () => {
  const settings = {
    taxIncluded: true,
    taxRate: { numerator: 0n, denominator: 1n },
    insideRate: { numerator: 19n, denominator: 100n },
  }

  test("loses what it holds, once for the document, and says so line by line", () => {
    const lines = [1n, 2n, 3n].map(() => line(33n, "EUR"))
    const document = planDocument({ currency: "EUR", settings, lines })
    // 99 cents hold 15.8, so 83 are left; three times 33 alone would leave 84.
    expect([document.net.minor, document.tax.minor, document.total.minor]).toEqual([83n, 0n, 83n])
    expect(document.lines.map(({ reason }) => reason.facts?.["insideRate"])).toEqual(Array(3).fill("19/100"))
  })

  test("takes the other one on top, and is explained from its lines alone", () => {
    const french = { ...settings, taxRate: { numerator: 20n, denominator: 100n } }
    const { lines, total } = planDocument({ currency: "EUR", settings: french, lines: [line(1_190n, "EUR")] })
    expect(total.minor).toBe(1_200n)
    const told = planExplanations({
      taxIncluded: true,
      taxLabel: { en: "VAT", ko: "부가세" },
      lines,
      language: "en",
    })
    expect(told[0]).toMatchObject({ isSame: true })
    expect(told[0]?.steps.join(" ")).toContain("The price holds VAT of 19%")
  })
})
