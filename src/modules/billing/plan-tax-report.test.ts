import { expect, test } from "vitest"
import { planTaxReport } from "./plan-tax-report.ts"
import type { TaxSum } from "./sum-taxes.ts"

const sum = (part: Partial<TaxSum>): TaxSum => ({
  legalEntityId: "one",
  currency: "EUR",
  place: null,
  rate: "",
  netMinor: 0n,
  taxMinor: 0n,
  invoices: 1,
  creditNotes: 0,
  ...part,
})
const germany = { kind: "domestic", country: "DE", region: "" } as const

test("rows of one legal entity by kind, place and rate; the books stand against all of them", () => {
  const [euro, won] = planTaxReport({
    legalEntityId: "one",
    sums: [
      sum({ netMinor: 300n, taxMinor: 38n, invoices: 3 }),
      sum({ legalEntityId: "other", netMinor: 100n, taxMinor: 20n }),
      sum({ place: { kind: "reverse_charge", country: "AT", region: "" }, rate: "0/1", netMinor: 100n }),
      sum({ place: germany, rate: "7/100", netMinor: 100n, taxMinor: 7n }),
      sum({ place: germany, rate: "19/100", netMinor: 100n, taxMinor: 31n, creditNotes: 1 }),
      sum({ legalEntityId: "other", place: germany, rate: "1/5", netMinor: 100n, taxMinor: 20n }),
    ],
    booked: new Map([
      ["EUR", -57n],
      ["KRW", -5n],
    ]),
  })
  expect(euro?.rows.map(({ kind, country, percent, tax }) => [kind, country, percent, tax.minor])).toEqual([
    ["domestic", "DE", "19", "31"],
    ["domestic", "DE", "7", "7"],
    ["reverse_charge", "AT", "0", "0"],
  ])
  expect(euro?.total).toMatchObject({ net: { minor: "300" }, gross: { minor: "338" }, invoices: 3 })
  // 38 + 20 said, 57 booked.
  expect(euro?.books).toMatchObject({
    documents: { minor: "58" },
    ledger: { minor: "57" },
    difference: { minor: "1" },
  })
  // Booked without any document: said all the same.
  expect(won).toMatchObject({ currency: "KRW", rows: [], books: { difference: { minor: "-5" } } })
})
