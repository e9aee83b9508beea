import fc from "fast-check"
import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { type CreditableLine, planCredit } from "./plan-credit.ts"

const won = (minor: bigint) => money(minor, "KRW")

function line(id: string, gross: bigint, tax: bigint, credited: [gross: bigint, tax: bigint] = [0n, 0n]) {
  return {
    id,
    gross: won(gross),
    tax: won(tax),
    creditedGross: won(credited[0]),
    creditedTax: won(credited[1]),
  }
}

test("233,425 of 240,000 won hold 21,220 won of tax, at the original's rate", () => {
  const plan = planCredit([line("a", 240_000n, 21_818n)], [{ lineId: "a", gross: won(233_425n) }])
  expect(plan).toMatchObject({
    total: won(233_425n),
    tax: won(21_220n),
    net: won(212_205n),
    isRest: false,
  })
})

test("the rest of everything is everything, once", () => {
  const lines = [line("a", 11_000n, 1_000n), line("b", 5_000n, 455n, [2_000n, 182n])]
  expect(planCredit(lines, "rest")).toMatchObject({ total: won(14_000n), tax: won(1_273n), isRest: true })
  expect(planCredit([line("a", 11_000n, 1_000n, [11_000n, 1_000n])], "rest")).toBeUndefined()
})

test("never more than is left of a line, never of a line that is not there, never in another currency", () => {
  const lines = [line("a", 11_000n, 1_000n, [1_000n, 91n])]
  const wish = (lineId: string, minor: bigint) => planCredit(lines, [{ lineId, gross: won(minor) }])
  expect(wish("a", 10_000n)?.tax).toEqual(won(909n))
  expect([wish("a", 10_001n), wish("a", -1n), wish("a", 0n), wish("b", 1n)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(planCredit(lines, [{ lineId: "a", gross: money(1n, "USD") }])).toBeUndefined()
})

test("in however many pieces a line is taken back, its tax comes back to the unit", () => {
  const pieces = fc.array(fc.bigInt(1n, 4_000n), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(pieces, fc.integer({ min: 0, max: 30 }), (parts, percent) => {
      const gross = parts.reduce((total, part) => total + part, 0n)
      const tax = (gross * BigInt(percent)) / (100n + BigInt(percent))
      let left: CreditableLine = line("a", gross, tax)
      for (const part of parts) {
        const plan = planCredit([left], [{ lineId: "a", gross: won(part) }])
        const [credited] = plan?.lines ?? []
        if (!credited) throw new Error("Nothing was credited.")
        expect(credited.net.minor + credited.tax.minor).toBe(part)
        expect(credited.tax.minor >= 0n && credited.net.minor >= 0n).toBe(true)
        left = {
          ...left,
          creditedGross: won(left.creditedGross.minor + part),
          creditedTax: won(left.creditedTax.minor + credited.tax.minor),
        }
      }
      expect([left.creditedGross.minor, left.creditedTax.minor]).toEqual([gross, tax])
      expect(planCredit([left], "rest")).toBeUndefined()
    }),
    { numRuns: 200 },
  )
})
