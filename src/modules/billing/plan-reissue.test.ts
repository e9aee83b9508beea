import { describe, expect, test } from "vitest"
import { money } from "#kit/money.ts"
import type { TaxSnapshot, TaxTerms } from "#tax"
import type { DocumentLine } from "./document.ts"
import { planReissue, type ReissueFacts } from "./plan-reissue.ts"

const eur = (minor: bigint) => money(minor, "EUR")
const rate = (numerator: bigint) => ({ numerator, denominator: 100n })

const snapshot: TaxSnapshot = {
  ground: "registered",
  decidedOn: "2027-03-01",
  place: { country: "FR", region: "" },
  registration: { country: "DE", region: "", number: "DE1", scheme: "oss" },
  label: { en: "VAT", ko: "VAT" },
  mode: "per_document",
  rate: "20/100",
  inside: null,
}

const reverse: TaxSnapshot = {
  ...snapshot,
  ground: "reverse_charge",
  registration: null,
  rate: "0/1",
  proof: { number: "FR40303265045", state: "valid" },
}

function terms(of: TaxSnapshot, percent: bigint): TaxTerms {
  const both = { taxRate: rate(percent), insideRate: rate(percent) }
  return { taxIncluded: false, taxMode: "per_document", ...both, ofPlan: () => both, snapshot: of }
}

function line(minor: bigint, change: Partial<DocumentLine> = {}): DocumentLine & { readonly id: string } {
  const tax = minor / 5n
  return {
    id: `lin_${minor}`,
    words: "A server",
    periodStart: null,
    periodEnd: null,
    subscriptionId: null,
    cycles: null,
    reason: {
      planId: "pln_1",
      priceId: "prc_1",
      quantity: 1n,
      unit: eur(minor),
      cycle: "monthly",
      rule: "price × quantity",
    },
    net: eur(minor),
    tax: eur(tax),
    gross: eur(minor + tax),
    taxRate: rate(20n),
    ...change,
  }
}

function facts(change: Partial<ReissueFacts> = {}): ReissueFacts {
  return {
    invoice: {
      state: "paid",
      lines: [line(1000n), line(500n)],
      tax: eur(300n),
      total: eur(1800n),
      fromCredit: eur(0n),
      credited: eur(0n),
    },
    content: { taxIncluded: false, tax: snapshot },
    terms: terms(reverse, 0n),
    refundable: 1800n,
    usedCredit: 0n,
    isDisputed: false,
    isBeingPaid: false,
    replacedBy: null,
    ...change,
  }
}

describe("planReissue", () => {
  test("the same lines at the same prices, with the tax as it is known now", () => {
    const plan = planReissue(facts())
    expect(plan).toMatchObject({ difference: eur(300n), money: eur(300n), credit: eur(0n), hindrance: null })
    expect(plan.document.lines.map(({ net, tax }) => [net.minor, tax.minor])).toEqual([
      [1000n, 0n],
      [500n, 0n],
    ])
  })

  test("the gateway's part goes back first, then credit as credit", () => {
    const { invoice } = facts()
    const paid = { invoice: { ...invoice, fromCredit: eur(1600n) }, usedCredit: 1600n, refundable: 200n }
    expect(planReissue(facts(paid))).toMatchObject({ money: eur(200n), credit: eur(100n), hindrance: null })
  })

  test("a line with a rule of its own keeps it", () => {
    const fee = line(400n, { tax: eur(0n), gross: eur(400n), taxRate: rate(0n) })
    const lines = [{ ...fee, reason: { ...fee.reason, planId: null, rule: "late fee" } }]
    const invoice = { ...facts().invoice, lines, tax: eur(0n), total: eur(400n) }
    const plan = planReissue(facts({ invoice, terms: terms(snapshot, 25n), refundable: 400n }))
    expect(plan.document.total).toEqual(eur(400n))
  })

  const { invoice } = facts()
  /** Invoiced first, and not paid yet. */
  const owed: Partial<ReissueFacts> = { invoice: { ...invoice, state: "open" }, refundable: 0n }
  test("of what nobody has paid nothing comes back: less is asked for", () => {
    expect(planReissue(facts(owed))).toMatchObject({
      difference: eur(300n),
      money: eur(0n),
      credit: eur(0n),
      hindrance: null,
    })
  })

  const hindered: readonly [string, Partial<ReissueFacts>][] = [
    ["written_off", { invoice: { ...invoice, state: "written_off" } }],
    ["being_paid", { invoice: { ...invoice, state: "open" }, isBeingPaid: true }],
    ["larger", { ...owed, terms: terms({ ...snapshot, place: { country: "HU", region: "" } }, 27n) }],
    ["done", { replacedBy: "INV-2", invoice: { ...invoice, credited: eur(1800n) } }],
    ["credited", { invoice: { ...invoice, credited: eur(1n) } }],
    ["disputed", { isDisputed: true, refundable: 0n }],
    ["refunded", { refundable: 1799n }],
    ["refunded", { invoice: { ...invoice, fromCredit: eur(100n) }, usedCredit: 0n }],
    ["same", { terms: terms(snapshot, 20n) }],
    ["larger", { terms: terms({ ...snapshot, place: { country: "HU", region: "" } }, 27n) }],
  ]
  test.each(hindered)("can't be done: %s", (hindrance, change) => {
    expect(planReissue(facts(change)).hindrance).toBe(hindrance)
  })

  test("the same amounts for another reason are another paper", () => {
    const home = { ...snapshot, ground: "home" as const }
    expect(planReissue(facts({ terms: terms(home, 20n) }))).toMatchObject({
      difference: eur(0n),
      hindrance: null,
    })
  })
})
