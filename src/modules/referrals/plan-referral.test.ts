import { expect, test } from "vitest"
import { planReferral, type ReferralFacts } from "./plan-referral.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const rewards = [{ currency: "KRW" as const, referrerMinor: "5000", newcomerMinor: "3000" }]

function facts({ invoice, ...over }: Partial<Omit<ReferralFacts, "invoice">> & { invoice?: object } = {}) {
  return {
    terms: { afterDays: 14, mostAYear: 2, rewards },
    today: day("2026-05-15"),
    hindrance: null,
    rewardedLately: 0,
    ...over,
    invoice: { paidOn: day("2026-05-01"), currency: "KRW", isRefunded: false, dispute: null, ...invoice },
  } as ReferralFacts
}

test("both get what was promised on the day, and nobody a day earlier", () => {
  expect(planReferral(facts())).toEqual({ act: "grant", referrerMinor: 5000n, newcomerMinor: 3000n })
  expect(planReferral(facts({ today: day("2026-05-14") }))).toEqual({ act: "wait" })
})

test("a first payment that was given back or lost to a bank earns nothing, whenever it is seen", () => {
  for (const today of ["2026-05-02", "2026-06-30"]) {
    expect(planReferral(facts({ today: day(today), invoice: { isRefunded: true } }))).toMatchObject({
      because: "refunded",
    })
    expect(planReferral(facts({ today: day(today), invoice: { dispute: "lost" } }))).toMatchObject({
      because: "disputed",
    })
  }
  expect(planReferral(facts({ invoice: { dispute: "open" } }))).toEqual({ act: "wait" })
})

test("beyond the limit of a year only whoever came gets theirs", () => {
  expect(planReferral(facts({ rewardedLately: 1 }))).toMatchObject({ referrerMinor: 5000n })
  expect(planReferral(facts({ rewardedLately: 2 }))).toEqual({
    act: "grant",
    referrerMinor: 0n,
    newcomerMinor: 3000n,
  })
})

test("nothing is promised in that currency, or the two are one: it is said why", () => {
  expect(planReferral(facts({ invoice: { currency: "USD" } }))).toEqual({ act: "void", because: "no_reward" })
  expect(planReferral(facts({ hindrance: "same_person" }))).toEqual({ act: "void", because: "same_person" })
})
