import fc from "fast-check"
import { expect, it } from "vitest"
import { chooseOptions, describeOption, type PlanOption } from "#catalog"
import { writeOption } from "#web/storefront/catalog/price-board.ts"
import { readChosen } from "#web/storefront/catalog/setup.ts"
import { sumSetup } from "#web/storefront/catalog/setup-sum.ts"

const both = (text: string) => ({ en: text, ko: text })
const term = { cycle: "monthly", currency: "KRW" } as const
const priced = fc.record({ amount: fc.nat(90_000), setupFee: fc.nat(9_000) }).map(({ amount, setupFee }) => ({
  KRW: { monthly: { amount: amount.toString(), setupFee: setupFee.toString() } },
}))
const base = { isAddOn: false, name: both("One"), help: both(""), unit: both(""), resource: null, adds: 0 }

const numbers = fc
  .record({
    min: fc.nat(5),
    steps: fc.integer({ min: 1, max: 9 }),
    step: fc.integer({ min: 1, max: 4 }),
    prices: priced,
  })
  .chain(({ min, steps, step, prices }) =>
    fc.record({ at: fc.nat(steps), included: fc.nat(steps + 2) }).map(({ at, included }) => ({
      option: {
        ...base,
        id: "one",
        kind: "number",
        min,
        max: min + steps * step,
        step,
        included: min + included * step - 2 * step,
        prices,
        choices: [],
      },
      value: String(min + at * step),
    })),
  )
  .map(({ option, value }) => ({
    option: { ...option, included: Math.max(0, option.included) } as PlanOption,
    value,
  }))
const choices = fc.record({ first: priced, second: priced, at: fc.nat(2) }).map(({ first, second, at }) => ({
  option: {
    ...base,
    id: "one",
    kind: "choice",
    min: 0,
    max: 1,
    step: 1,
    included: 0,
    prices: {},
    choices: [
      { id: "a", name: both("A"), adds: 0, prices: {} },
      { id: "b", name: both("B"), adds: 0, prices: first },
      { id: "c", name: both("C"), adds: 0, prices: second },
    ],
  } as PlanOption,
  value: ["a", "b", "c"][at] ?? "a",
}))
const wishes = fc.record({ prices: priced, isWanted: fc.boolean() }).map(({ prices, isWanted }) => ({
  option: {
    ...base,
    id: "one",
    kind: "yes_no",
    min: 0,
    max: 1,
    step: 1,
    included: 0,
    prices,
    choices: [],
  } as PlanOption,
  value: isWanted ? "yes" : "",
}))

it("the page adds up what the server will: the same sum for every option and every value of it", () => {
  fc.assert(
    fc.property(fc.oneof(numbers, choices, wishes), ({ option, value }) => {
      const [chosen] = chooseOptions([option], { one: value }, term)
      const board = {
        cycles: { monthly: { minor: "11000", setup: "500" } },
        options: [writeOption(describeOption(option, "KRW"))],
      }
      const sum = sumSetup(board, "monthly", { one: value })
      expect(sum?.minor).toBe(11_000n + (chosen ? chosen.unit.minor * BigInt(chosen.quantity) : 0n))
      expect(sum?.setup).toBe(500n + (chosen?.setup.minor ?? 0n))
    }),
    { numRuns: 500 },
  )
})

it("a term the plan isn't sold for has no sum, and what can't be counts as what comes with the plan", () => {
  const option = {
    ...base,
    id: "one",
    kind: "number",
    min: 0,
    max: 4,
    step: 1,
    included: 0,
    prices: { KRW: { monthly: { amount: "100", setupFee: "0" } } },
    choices: [],
  } as PlanOption
  const board = {
    cycles: { monthly: { minor: "1000", setup: "0" } },
    options: [writeOption(describeOption(option, "KRW"))],
  }
  expect(sumSetup(board, "annual", {})).toBeUndefined()
  for (const value of ["9", "-1", "x", "1e9", "0.5"])
    expect(sumSetup(board, "monthly", { one: value })?.minor).toBe(1_000n)
})

it("of a form with all plans only the chosen plan's fields are read", () => {
  const values = { "chosen/pln_a/memory": "4", "chosen/pln_b/memory": "8", planId: "pln_a" }
  expect(readChosen("pln_a", values)).toEqual({ memory: "4" })
})
