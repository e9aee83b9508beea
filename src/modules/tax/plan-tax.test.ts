import { describe, expect, test } from "vitest"
import type { Exemption } from "./exemption.ts"
import { exemptionState } from "./exemption.ts"
import { knownRates } from "./known-rates.ts"
import { readPercent, takeShare } from "./percent.ts"
import { planTax } from "./plan-tax.ts"
import { sayTax } from "./say-tax.ts"
import { defaultTaxPolicy, type Registration, type TaxBook, type TaxPolicy } from "./tax-book.ts"
import type { VatState } from "./vat-check.ts"

const today = Temporal.PlainDate.from("2026-03-01")
const vat = { en: "VAT", ko: "부가세" }

const rates = [
  ...knownRates
    .filter(({ until }) => until === null)
    .map(({ country, percent, label }) => ({
      country,
      region: "",
      taxClass: "standard",
      label,
      rate: readPercent(percent),
    })),
  { country: "DE", region: "", taxClass: "books", label: vat, rate: readPercent("7") },
  {
    country: "US",
    region: "TX",
    taxClass: "standard",
    label: { en: "Sales tax", ko: "판매세" },
    rate: takeShare(readPercent("8.25"), readPercent("80")),
  },
]

const at = (country: string, scheme: Registration["scheme"] = "local", region = ""): Registration => ({
  country,
  region,
  scheme,
  number: `${country}1`,
})

function decide(wish: {
  registrations: Registration[]
  to: string
  seller?: string
  policy?: Partial<TaxPolicy>
  vat?: VatState
  exemptions?: readonly Exemption[]
  isOn?: boolean
}) {
  const [country = "", region = ""] = wish.to.split("-")
  const book: TaxBook = {
    isByPlace: wish.isOn ?? true,
    policy: { ...defaultTaxPolicy, ...wish.policy },
    registrations: wish.registrations,
    rates,
    classOfPlan: new Map([["pln_book", "books"]]),
  }
  const settings = {
    taxIncluded: true,
    taxRate: readPercent("10"),
    taxLabel: vat,
    seller: { country: wish.seller ?? "DE" },
  }
  const said = {
    trouble: wish.vat === "pending" ? "VIES: MS_UNAVAILABLE" : null,
    consultation: "WAPI1",
    requester: "DE123456789",
    requestDate: "2026-02-01T00:00:00.000Z",
    name: "Exemple SARL",
    address: "1 rue de la Paix",
    checkedAt: "2026-02-01T00:00:01Z",
  }
  const given = wish.vat && { number: `${country}123456789`, state: wish.vat, ...said }
  const terms = planTax({
    settings,
    book,
    buyer: { country, region, vat: given, exemptions: wish.exemptions ?? [] },
    today,
  })
  const { ground, rate, inside } = terms.snapshot
  return { ground, rate, inside, terms }
}

describe("the seller's registrations decide", () => {
  test.each([
    { name: "at home", registrations: [at("DE")], to: "DE", ground: "registered", rate: "19/100" },
    {
      name: "elsewhere in the EU, below the threshold",
      registrations: [at("DE")],
      to: "FR",
      ground: "home",
      rate: "19/100",
    },
    {
      name: "by the One-Stop-Shop",
      registrations: [at("DE"), at("DE", "oss")],
      to: "FR",
      ground: "registered",
      rate: "20/100",
    },
    {
      name: "with a rate of halves",
      registrations: [at("DE"), at("DE", "oss")],
      to: "FI",
      ground: "registered",
      rate: "255/1000",
    },
    { name: "outside", registrations: [at("DE")], to: "KR", ground: "outside", rate: "0/1" },
    {
      name: "from Korea to Europe by the other One-Stop-Shop",
      registrations: [at("KR"), at("IE", "non_union_oss")],
      to: "DE",
      ground: "registered",
      rate: "19/100",
    },
    {
      name: "a state of its own",
      registrations: [at("US", "local", "TX")],
      to: "US-TX",
      ground: "registered",
      rate: "33/500",
    },
    {
      name: "the state beside it",
      registrations: [at("US", "local", "TX")],
      to: "US-CA",
      ground: "outside",
      rate: "0/1",
    },
  ])("$name", ({ registrations, to, ground, rate }) => {
    const found = decide({ registrations, to })
    if (rate === "33/500")
      expect(takeShare(found.terms.taxRate, readPercent("100"))).toEqual({
        numerator: 33n,
        denominator: 500n,
      })
    else expect(found.rate).toBe(rate)
    expect(found.ground).toBe(ground)
    // The same total everywhere: what a price holds is what is charged.
    expect(found.inside).toBe(found.rate)
  })

  test("nothing registered is one rate for everybody, wherever they are", () => {
    expect(decide({ registrations: [], to: "US", isOn: false })).toMatchObject({
      ground: "one_rate",
      rate: "10/100",
    })
  })

  test("policy may charge the home country's rate where nobody asks for any", () => {
    const wish = { registrations: [at("DE")], to: "KR", policy: { elsewhere: "home" as const } }
    expect(decide(wish)).toMatchObject({ ground: "home", rate: "19/100" })
  })

  test("a place that is registered and has no rate is said, never taxed at none", () => {
    expect(() => decide({ registrations: [at("US")], to: "US-NY" })).toThrow("tax.rate_missing")
  })

  test("a product's class has its own rate where the place has one, and the standard one elsewhere", () => {
    const { terms } = decide({ registrations: [at("DE"), at("DE", "oss")], to: "DE" })
    expect(terms.ofPlan("pln_book").taxRate).toEqual(readPercent("7"))
    expect(terms.ofPlan("pln_other").taxRate).toEqual(readPercent("19"))
    const french = decide({ registrations: [at("DE"), at("DE", "oss")], to: "FR" })
    expect(french.terms.ofPlan("pln_book").taxRate).toEqual(readPercent("20"))
  })

  test("where the net price stays, a price holds the seller's own tax and is charged the other", () => {
    const wish = {
      registrations: [at("DE"), at("DE", "oss")],
      policy: { insidePrices: "net_stays" as const },
    }
    expect(decide({ ...wish, to: "FR" })).toMatchObject({ rate: "20/100", inside: "19/100" })
    expect(decide({ ...wish, to: "KR" })).toMatchObject({ rate: "0/1", inside: "19/100" })
  })
})

describe("a business elsewhere in the EU owes the tax itself", () => {
  const german = { registrations: [at("DE"), at("DE", "oss")], to: "FR" }

  test("once its number is one, and the paper keeps who said so", () => {
    const { terms, ...found } = decide({ ...german, vat: "valid" })
    expect(found).toMatchObject({ ground: "reverse_charge", rate: "0/1" })
    expect(terms.snapshot.proof).toEqual({
      number: "FR123456789",
      state: "valid",
      consultation: "WAPI1",
      requester: "DE123456789",
      requestDate: "2026-02-01T00:00:00.000Z",
      name: "Exemple SARL",
      address: "1 rue de la Paix",
      checkedAt: "2026-02-01T00:00:01Z",
    })
    expect(terms.snapshot.unproved).toBeUndefined()
    expect(sayTax(terms.snapshot, "en")).toMatch(/^Reverse charge.*FR123456789/)
    expect(sayTax(terms.snapshot, "ko")).toMatch(/^대리납부.*FR123456789/)
  })

  test.each([
    { vat: "pending", en: "VIES has not confirmed", ko: "아직 확인되지 않아" },
    { vat: "invalid", en: "VIES does not know", ko: "등록되어 있지 않아" },
  ] as const)("$vat: the tax is charged, and the paper says why and what to do", ({ vat: state, en, ko }) => {
    const { terms, ...found } = decide({ ...german, vat: state })
    expect(found).toMatchObject({ ground: "registered", rate: "20/100" })
    expect(terms.snapshot.unproved).toMatchObject({ number: "FR123456789", state })
    expect(terms.snapshot.proof).toBeUndefined()
    expect(sayTax(terms.snapshot, "en")).toContain(`${en} the VAT number FR123456789`)
    expect(sayTax(terms.snapshot, "ko")).toContain(ko)
  })

  test.each([
    { to: "DE", ground: "registered" },
    { to: "FR", ground: "outside", registrations: [at("KR")], seller: "KR" },
    {
      to: "FR",
      ground: "reverse_charge",
      registrations: [at("KR"), at("IE", "non_union_oss")],
      seller: "KR",
    },
    { to: "KR", ground: "outside" },
  ])("a valid number of $to: $ground where the seller is in $seller", ({ ground, ...wish }) => {
    const { terms, ground: found } = decide({ ...german, ...wish, vat: "valid" })
    expect(found).toBe(ground)
    expect(terms.snapshot.unproved).toBeUndefined()
  })
})

describe("a certificate takes away the tax of its own place", () => {
  const certificate = (country: string, region = ""): Exemption => ({
    id: "txe_1",
    country,
    region,
    number: "EX-77",
    from: "2026-01-01",
    until: "2026-12-31",
    reference: "ex-77.pdf",
  })
  const decideFor = (to: string, ...exemptions: Exemption[]) =>
    decide({ registrations: [at("DE"), at("DE", "oss"), { ...at("US"), region: "TX" }], to, exemptions })

  test("and the paper says by which, and until when", () => {
    const { terms, ...found } = decideFor("US-TX", certificate("US", "TX"))
    expect(found).toMatchObject({ ground: "exempt", rate: "0/1" })
    expect(terms.snapshot.proof).toEqual({
      number: "EX-77",
      place: { country: "US", region: "TX" },
      from: "2026-01-01",
      until: "2026-12-31",
      reference: "ex-77.pdf",
    })
    expect(sayTax(terms.snapshot, "en")).toBe(
      "No tax: exempt by certificate EX-77 (United States (TX), valid until 2026-12-31).",
    )
    expect(sayTax(terms.snapshot, "ko")).toBe("면세: 면세 증명서 EX-77 (미국 (TX), 유효기간 2026-12-31까지)")
  })

  test.each([
    { to: "US-TX", of: certificate("US"), ground: "exempt" },
    { to: "US-TX", of: certificate("US", "CA"), ground: "registered" },
    { to: "FR", of: certificate("DE"), ground: "registered" },
    { to: "JP", of: certificate("JP"), ground: "outside" },
  ])("$of.country $of.region in $to: $ground", ({ to, of, ground }) => {
    expect(decideFor(to, of).ground).toBe(ground)
  })

  test.each([
    ["2025-12-31", "coming"],
    ["2026-01-01", "holds"],
    ["2026-10-31", "holds"],
    ["2026-11-01", "ends_soon"],
    ["2026-12-31", "ends_soon"],
    ["2027-01-01", "over"],
  ])("on %s it is: %s", (on, state) => {
    expect(exemptionState(certificate("DE"), Temporal.PlainDate.from(on))).toBe(state)
  })
})
