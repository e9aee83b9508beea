import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Currency, money } from "#kit/money.ts"
import { daysOf } from "./days.ts"
import { type ChangeFacts, planChange } from "./plan-change.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const won = (minor: bigint) => money(minor, "KRW")

/** A at 30,000 won a month with 10 % off, 1 June to 1 July; to B on 11 June. */
const june: ChangeFacts = {
  period: { start: day("2027-06-01"), end: day("2027-07-01") },
  changeOn: day("2027-06-11"),
  oldCharged: won(27_000n),
  newCharged: won(60_000n),
  gatewayLeast: won(100n),
  downgrade: "now",
}

describe("plan change by days, both plans at the price really charged", () => {
  test("27,000 paid, on 11 June to 60,000: 18,000 unused, 40,000 due, 22,000 to pay", () => {
    const plan = planChange(june)
    expect([plan.daysLeft, plan.totalDays]).toEqual([20n, 30n])
    expect([plan.unused, plan.due]).toEqual([won(18_000n), won(40_000n)])
    expect(plan.outcome).toEqual({ kind: "pay", amount: won(22_000n) })
  })

  test("the new plan with 10 % off as well: 36,000 due, 18,000 to pay", () => {
    const plan = planChange({ ...june, newCharged: won(54_000n) })
    expect([plan.unused, plan.due]).toEqual([won(18_000n), won(36_000n)])
    expect(plan.outcome).toEqual({ kind: "pay", amount: won(18_000n) })
  })

  test("the end stays 1 July", () => {
    expect(planChange(june).end.toString()).toBe("2027-07-01")
  })

  test("the day of change belongs to the new plan: on the first day all, on the last day one", () => {
    const first = planChange({ ...june, changeOn: day("2027-06-01") })
    expect([first.unused, first.due]).toEqual([won(27_000n), won(60_000n)])
    const last = planChange({ ...june, changeOn: day("2027-06-30") })
    expect([last.daysLeft, last.unused, last.due]).toEqual([1n, won(900n), won(2_000n)])
    for (const outside of ["2027-05-31", "2027-07-01"]) {
      expect(() => planChange({ ...june, changeOn: day(outside) })).toThrow(RangeError)
    }
  })

  test("a difference below the gateway's minimum is waived and said so", () => {
    const late = { ...june, newCharged: won(29_970n), changeOn: day("2027-06-30") }
    expect(planChange(late).outcome).toEqual({ kind: "waived", amount: won(99n) })
    const byBank = { ...late, newCharged: won(30_000n) }
    expect(planChange(byBank).outcome).toEqual({ kind: "pay", amount: won(100n) })
    expect(planChange({ ...byBank, gatewayLeast: won(200n) }).outcome).toEqual({
      kind: "waived",
      amount: won(100n),
    })
  })

  test("down to a cheaper plan: money back now, or the new plan from the end, by policy", () => {
    const down = { ...june, oldCharged: won(60_000n), newCharged: won(27_000n) }
    expect(planChange(down).outcome).toEqual({ kind: "give_back", amount: won(22_000n) })
    const atEnd = planChange({ ...down, downgrade: "at_end" })
    expect(atEnd.outcome).toEqual({ kind: "at_end", on: day("2027-07-01") })
    expect(planChange({ ...june, newCharged: won(27_000n) }).outcome).toEqual({ kind: "nothing" })
  })

  test("two currencies never meet in one change", () => {
    expect(() => planChange({ ...june, newCharged: money(60_000n, "USD") })).toThrow()
    expect(() => planChange({ ...june, gatewayLeast: money(50n, "USD") })).toThrow()
  })
})

test("whatever the prices and days: the sum of single days is never more than half a unit away", () => {
  /** Slow and obvious: a price per day, in thousandths of a unit, one day after the other. */
  const dayByDay = (minor: bigint, from: Temporal.PlainDate, { period }: Pick<ChangeFacts, "period">) => {
    let thousandths = 0n
    for (let on = from; !on.equals(period.end); on = on.add({ days: 1 })) {
      thousandths += (minor * 1_000n) / daysOf(period)
    }
    return thousandths
  }
  const amount = fc.bigInt(0n, 5_000_000n)
  const facts = fc.record({
    old: amount,
    wanted: amount,
    start: fc.nat(4_000),
    length: fc.integer({ min: 1, max: 800 }),
  })
  fc.assert(
    fc.property(
      facts,
      fc.nat(799),
      fc.constantFrom<Currency>("KRW", "EUR"),
      ({ old, wanted, start, length }, used, currency) => {
        const from = day("2024-01-01").add({ days: start })
        const period = { start: from, end: from.add({ days: length }) }
        const changeOn = from.add({ days: used % length })
        const plan = planChange({
          period,
          changeOn,
          oldCharged: money(old, currency),
          newCharged: money(wanted, currency),
          gatewayLeast: money(0n, currency),
          downgrade: "now",
        })
        for (const [whole, part] of [
          [old, plan.unused],
          [wanted, plan.due],
        ] as const) {
          const distance = part.minor * 1_000n - dayByDay(whole, changeOn, { period })
          // Half a unit, and what cutting each day to thousandths has lost.
          expect(distance >= -500n && distance <= 500n + plan.daysLeft).toBe(true)
        }
        const outcome = plan.outcome
        const difference = plan.due.minor - plan.unused.minor
        expect("amount" in outcome ? outcome.amount.minor : 0n).toBe(
          difference < 0n ? -difference : difference,
        )
      },
    ),
    { numRuns: 200 },
  )
})
