import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { planSession } from "./plan-session.ts"

const at = (text: string) => Temporal.Instant.from(text)
const start = at("2027-05-10T10:00:00Z")
const perHour = money(20n, "USD")

function session(minutes: number) {
  return { startedAt: start, stoppedAt: start.add({ minutes }), perHour }
}

describe("an hour at 0.20 USD, in quarters, rounded up once per session", () => {
  test.each([
    [8, 15n, 5n],
    [22, 30n, 10n],
    [65, 75n, 25n],
    [15, 15n, 5n],
    [0, 0n, 0n],
  ])("%d minutes are %d", (ran, billed, cents) => {
    const [part, ...others] = planSession(session(ran), [])
    expect(others).toEqual([])
    expect(part?.minutes).toEqual({ numerator: billed, denominator: 1n })
    expect(part?.amount).toEqual(money(cents, "USD"))
  })

  test("a second over the quarter begins the next one", () => {
    const stoppedAt = start.add({ minutes: 15, seconds: 1 })
    expect(planSession({ startedAt: start, stoppedAt, perHour }, [])[0]?.minutes.numerator).toBe(30n)
  })
})

describe("cut at the end of the month, in the shop's own zone", () => {
  const monthEnd = Temporal.ZonedDateTime.from("2027-06-01T00:00[Asia/Seoul]").toInstant()

  test("48 minutes over midnight are 60 together: 20 as they were, then the rest", () => {
    const startedAt = monthEnd.subtract({ minutes: 20 })
    const parts = planSession({ startedAt, stoppedAt: startedAt.add({ minutes: 48 }), perHour }, [monthEnd])
    expect(parts.map(({ minutes }) => minutes.numerator)).toEqual([20n, 40n])
    expect(parts.map(({ amount }) => amount.minor)).toEqual([7n, 13n])
    expect(parts.map(({ to }) => to.toString())).toEqual(["2027-05-31T15:00:00Z", "2027-05-31T15:28:00Z"])
  })

  test("one that never ends is billed each month for what has run", () => {
    const later = Temporal.ZonedDateTime.from("2027-07-01T00:00[Asia/Seoul]").toInstant()
    const running = { startedAt: monthEnd.subtract({ hours: 10 }), stoppedAt: null, perHour }
    const parts = planSession(running, [monthEnd, later])
    expect(parts.map(({ minutes }) => minutes.numerator)).toEqual([600n, 30n * 24n * 60n])
    expect(parts.map(({ amount }) => amount.minor)).toEqual([200n, 14_400n])
  })

  test("a month whose clock is put forward has an hour less", () => {
    const berlin = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).toInstant()
    const running = { startedAt: berlin("2027-03-01T00:00"), stoppedAt: null, perHour }
    const [march] = planSession(running, [berlin("2027-04-01T00:00")])
    expect(march?.minutes.numerator).toBe((31n * 24n - 1n) * 60n)
  })
})

test("however often it is cut, the parts add up to what the uncut session costs", () => {
  const cuts = fc.array(fc.nat(200_000), { maxLength: 6 })
  fc.assert(
    fc.property(fc.nat(200_000), cuts, fc.bigInt(0n, 5_000n), (seconds, moments, cents) => {
      const facts = {
        startedAt: start,
        stoppedAt: start.add({ seconds }),
        perHour: money(cents, "USD"),
      }
      const [whole] = planSession(facts, [])
      const parts = planSession(
        facts,
        moments.map((moment) => start.add({ seconds: moment })),
      )
      expect(parts.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(whole?.amount.minor)
      const minutes = parts.reduce(
        (sum, part) => sum + Number(part.minutes.numerator) / Number(part.minutes.denominator),
        0,
      )
      expect(minutes).toBeCloseTo(Math.ceil(seconds / 900) * 15, 6)
      for (const { amount } of parts) expect(amount.minor >= 0n).toBe(true)
      expect(parts.map(({ from }) => from.toString()).slice(1)).toEqual(
        parts.map(({ to }) => to.toString()).slice(0, -1),
      )
    }),
    { numRuns: 300 },
  )
})
