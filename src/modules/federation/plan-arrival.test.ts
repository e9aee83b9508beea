import { describe, expect, it } from "vitest"
import { type ArrivalFacts, planArrival } from "./plan-arrival.ts"

const outside = {
  subject: "42",
  email: "Owner@Shop.test",
  isEmailVerified: true,
  name: "Somebody",
  authenticatedAt: null,
}
const facts: ArrivalFacts = {
  errand: "sign-in",
  leftAs: undefined,
  leftAt: 1_000_000,
  signedInAs: undefined,
  outside,
  known: undefined,
  holder: undefined,
}
const owner = { personId: "per_owner", isConfirmed: true }

describe("an arrival from another house", () => {
  it("whose name is known comes in, whatever its address is by now", () => {
    const known = { personId: "per_owner", email: "owner@shop.test" }
    const moved = { ...outside, email: "elsewhere@shop.test", isEmailVerified: false }
    expect(planArrival({ ...facts, known, outside: moved })).toEqual({ step: "come-in", ...known })
  })

  it("an unverified mail of a provider takes over no account, and makes none", () => {
    const unverified = { ...outside, isEmailVerified: false }
    for (const holder of [owner, undefined]) {
      const plan = planArrival({ ...facts, outside: unverified, holder })
      expect(plan).toEqual({ step: "refuse", why: "address_unverified" })
    }
  })

  it("a verified mail only leads to the question: its owner here has to prove themselves first", () => {
    expect(planArrival({ ...facts, holder: owner })).toEqual({
      step: "offer-to-connect",
      email: "owner@shop.test",
    })
  })

  it("is not met by whoever typed an address here that was never shown to be theirs", () => {
    const squatter = { personId: "per_squatter", isConfirmed: false }
    expect(planArrival({ ...facts, holder: squatter }).step).toBe("refuse")
  })

  it("connects only the one who left for that", () => {
    const errand = { ...facts, errand: "connect", leftAs: "per_a" } as const
    expect(planArrival({ ...errand, signedInAs: "per_a" })).toEqual({ step: "connect", personId: "per_a" })
    expect(planArrival({ ...errand, signedInAs: "per_b" }).step).toBe("refuse")
    expect(planArrival(errand).step).toBe("refuse")
  })

  it("proves nothing by a name that is somebody else's", () => {
    const errand = { ...facts, errand: "prove", leftAs: "per_a", signedInAs: "per_a" } as const
    const known = { personId: "per_b", email: "b@shop.test" }
    expect(planArrival({ ...errand, known }).step).toBe("refuse")
    const anew = { ...outside, authenticatedAt: 1_000 }
    expect(planArrival({ ...errand, outside: anew, known }).step).toBe("refuse")
    expect(planArrival({ ...errand, outside: anew, known: { ...known, personId: "per_a" } }).step).toBe(
      "prove",
    )
  })

  it("proves nothing when the house was not asked anew, or doesn't say", () => {
    const known = { personId: "per_a", email: "a@shop.test" }
    const errand = { ...facts, errand: "prove", leftAs: "per_a", signedInAs: "per_a", known } as const
    const refused = { step: "refuse", why: "not_shown_anew" }
    for (const authenticatedAt of [null, 0, 939]) {
      expect(planArrival({ ...errand, outside: { ...outside, authenticatedAt } })).toEqual(refused)
    }
    expect(planArrival({ ...errand, outside: { ...outside, authenticatedAt: 940 } }).step).toBe("prove")
  })
})
