import { describe, expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { planRepricing, type RepricingFacts, risePercent } from "./plan-repricing.ts"
import { findPriceRule, housePriceRule } from "./price-rules.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const won = (minor: bigint) => money(minor, "KRW")
const korea = findPriceRule({ country: "KR", on: day("2026-03-02") })
const union = findPriceRule({ country: "DE", on: day("2026-03-02") })

/** A month at 11,000 from the 2nd of each, paid until 1 April; 13,200 from 1 May is wished for on 10 March. */
const facts: RepricingFacts = {
  today: day("2026-03-10"),
  fromOn: day("2026-05-01"),
  rule: korea,
  isBusiness: false,
  before: won(11_000n),
  after: won(13_200n),
  isThere: false,
  isUnderWay: false,
  startOf: (ahead) => day("2026-04-02").add({ months: ahead }),
  isFreeOn: () => false,
  priceOf: (_, unit) => unit,
}

const plan = (more: Partial<RepricingFacts> = {}) => {
  const made = planRepricing({ ...facts, ...more })
  if ("hindrance" in made) return made
  const { need, direction, firstOn, tellOn, answerBy, difference } = made
  const text = [firstOn, tellOn, answerBy].map(String)
  return [need, direction, Number(difference.minor), ...text]
}

describe("who pays what from when, who must agree or be told, and by when", () => {
  test("Korea: a consumer is asked within the thirty days before the first period on or after the day", () => {
    expect(plan()).toEqual(["consent", "more", 2_200, "2026-05-02", "2026-04-02", "2026-05-01"])
  })

  test("Korea: with less than seven days to go it begins a period later, and is asked then", () => {
    const wish = { fromOn: day("2026-03-28"), today: day("2026-03-27") }
    expect(plan(wish)).toEqual(["consent", "more", 2_200, "2026-05-02", "2026-04-02", "2026-05-01"])
    const inTime = { fromOn: day("2026-03-28"), today: day("2026-03-26") }
    expect(plan(inTime)).toEqual(["consent", "more", 2_200, "2026-04-02", "2026-03-26", "2026-04-01"])
  })

  test("Korea: a business is told; so is a consumer in the Union, thirty days before at the latest", () => {
    expect(plan({ isBusiness: true })).toEqual([
      "notice",
      "more",
      2_200,
      "2026-05-02",
      "2026-04-02",
      "2026-05-01",
    ])
    expect(plan({ rule: union })).toEqual(["notice", "more", 2_200, "2026-05-02", "2026-03-10", "2026-05-01"])
    const late = { rule: union, fromOn: day("2026-03-28") }
    expect(plan(late)).toEqual(["notice", "more", 2_200, "2026-05-02", "2026-03-10", "2026-05-01"])
  })

  test("what was free costs nobody anything without a consent, in the Union neither", () => {
    const free = { before: won(0n) }
    expect(plan(free)).toEqual(["consent", "more", 13_200, "2026-05-02", "2026-04-02", "2026-05-01"])
    expect(plan({ ...free, rule: union })).toMatchObject({ 0: "consent" })
    expect(plan({ ...free, rule: housePriceRule })).toMatchObject({ 0: "consent" })
  })

  test("who pays less is neither asked nor waited for, and told all the same", () => {
    const less = { after: won(9_900n), fromOn: day("2026-03-11") }
    expect(plan(less)).toEqual(["none", "less", -1_100, "2026-04-02", "2026-03-10", "2026-04-01"])
  })

  test("a price that stays is neither more nor less; a rise that a coupon still hides is a rise", () => {
    expect(plan({ after: won(11_000n) })).toMatchObject({ 0: "none", 1: "same", 2: 0 })
    expect(plan({ priceOf: () => won(0n) })).toMatchObject({ 0: "consent", 1: "more", 2: 0 })
  })

  test("a year that has just begun pays the other price in eleven months, and is asked thirty days before that", () => {
    const year = { startOf: (ahead: number) => day("2027-02-20").add({ years: ahead }) }
    expect(plan(year)).toEqual(["consent", "more", 2_200, "2027-02-20", "2027-01-21", "2027-02-19"])
  })

  test("a coupon that still lowers the first time at the other price lowers both figures", () => {
    const half = (_: number, unit: ReturnType<typeof won>) => won(unit.minor / 2n)
    expect(plan({ priceOf: half })).toMatchObject({ 2: 1_100 })
  })

  test("what staff give for nothing is planned from its first paid time, and left out where that is far away", () => {
    const until = (last: string) => ({
      isFreeOn: (start: Temporal.PlainDate) => Temporal.PlainDate.compare(start, last) <= 0,
      priceOf: (ahead: number, unit: ReturnType<typeof won>) =>
        Temporal.PlainDate.compare(facts.startOf(ahead), last) <= 0 ? won(0n) : unit,
    })
    expect(plan(until("2026-05-01"))).toEqual(plan())
    const asked = ["consent", "more", 2_200, "2026-08-02", "2026-07-03", "2026-08-01"]
    expect(plan(until("2026-07-02"))).toEqual(asked)
    expect(plan(until("2031-01-01"))).toEqual({ hindrance: "free" })
    // A price that stays is moved along, and nobody hears of it.
    expect(plan({ ...until("2031-01-01"), after: won(11_000n) })).toMatchObject({
      0: "none",
      1: "same",
      2: 0,
    })
  })

  test("who can't be moved is named with the reason", () => {
    expect(plan({ after: null })).toEqual({ hindrance: "no_price" })
    expect(plan({ isThere: true })).toEqual({ hindrance: "already_there" })
    expect(plan({ isUnderWay: true })).toEqual({ hindrance: "under_way" })
    expect(plan({ startOf: () => day("2026-04-02") })).toEqual({ hindrance: "no_coming_time" })
  })

  test("a rise in percent is rounded up, so that nothing slips below a limit", () => {
    expect(risePercent({ before: won(11_000n), after: won(110_000n) })).toBe(900)
    expect(risePercent({ before: won(11_000n), after: won(16_501n) })).toBe(51)
    expect(risePercent({ before: won(11_000n), after: won(9_900n) })).toBe(0)
    expect(risePercent({ before: won(0n), after: won(9_900n) })).toBe(0)
  })

  test("rules are dated: before the amendment of 14 February 2025 Korea's wants nothing here", () => {
    expect(findPriceRule({ country: "KR", on: day("2025-02-13") })).toBe(housePriceRule)
    expect(findPriceRule({ country: "KR", on: day("2025-02-14") }).rise.need).toBe("consent")
    expect(findPriceRule({ country: "US", on: day("2026-03-02") })).toBe(housePriceRule)
  })
})
