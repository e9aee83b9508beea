import { describe, expect, it } from "vitest"
import { asksForProof, judgeEvidence } from "./evidence-rules.ts"
import type { PlaceEvidence } from "./tax-terms.ts"

const kinds = ["address", "connection", "payment", "phone"] as const
const pieces = (...countries: string[]): PlaceEvidence[] =>
  countries.map((country, index) => ({ kind: kinds[index] ?? "phone", country }))

describe("two proofs of a consumer's place", () => {
  it.each([
    ["two that agree", pieces("DE", "DE"), "proved"],
    ["two that agree and one that does not", pieces("DE", "FR", "DE"), "proved"],
    ["the address alone", pieces("DE"), "missing"],
    ["an address and a card from elsewhere", pieces("DE", "FR"), "contradictory"],
    ["two against two", pieces("DE", "FR", "FR", "DE"), "contradictory"],
    ["all elsewhere", pieces("DE", "FR", "AT"), "contradictory"],
    [
      "what staff decided",
      [...pieces("DE", "FR", "FR"), { kind: "staff", country: "DE" } as const],
      "proved",
    ],
    [
      "what staff decided for another place",
      [...pieces("DE"), { kind: "staff", country: "FR" } as const],
      "contradictory",
    ],
  ])("%s", (_name, evidence, verdict) => {
    expect(judgeEvidence("DE", evidence)).toBe(verdict)
  })

  it("is asked for where anything points into the EU, and of no business with a number", () => {
    const place = (country: string) => ({ country, region: "" })
    expect(asksForProof({ ground: "registered", place: place("DE") }, [])).toBe(true)
    expect(asksForProof({ ground: "outside", place: place("US") }, pieces("US", "DE"))).toBe(true)
    expect(asksForProof({ ground: "outside", place: place("US") }, pieces("US", "US"))).toBe(false)
    expect(asksForProof({ ground: "reverse_charge", place: place("DE") }, pieces("DE"))).toBe(false)
    expect(asksForProof({ ground: "one_rate", place: null }, pieces("DE"))).toBe(false)
  })
})
