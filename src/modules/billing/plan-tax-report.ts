import { type Currency, money, toWire } from "#kit/money.ts"
import { readRate } from "#tax"
import { percentOf } from "#tenancy"
import type { TaxSum } from "./sum-taxes.ts"
import { type TaxReport, taxKinds } from "./tax-report-contract.ts"

export interface TaxReportFacts {
  readonly legalEntityId: string
  readonly sums: readonly TaxSum[]
  /** What the books of the whole shop hold as tax to be paid, moved within the days: credit is negative. */
  readonly booked: ReadonlyMap<Currency, bigint>
}

type Amounts = Pick<TaxSum, "netMinor" | "taxMinor" | "invoices" | "creditNotes">

/** Lays out one legal entity's rows per currency; the books are the whole shop's, so all its documents stand against them. Pure. */
export function planTaxReport({ legalEntityId, sums, booked }: TaxReportFacts): TaxReport["currencies"] {
  const own = sums.filter((sum) => sum.legalEntityId === legalEntityId)
  const totals = sums.filter(({ place }) => place === null)
  const currencies = [...new Set([...own, ...totals].map(({ currency }) => currency)), ...booked.keys()]
  return [...new Set(currencies)].toSorted().map((currency) => {
    const total = own.find((sum) => sum.place === null && sum.currency === currency) ?? nothing
    const documents = totals.filter((sum) => sum.currency === currency)
    const said = documents.reduce((whole, { taxMinor }) => whole + taxMinor, 0n)
    const ledger = -(booked.get(currency) ?? 0n)
    const wire = (minor: bigint) => toWire(money(minor, currency))
    return {
      currency,
      rows: own
        .filter((sum) => sum.currency === currency && sum.place !== null)
        .map(({ place, rate, ...amounts }) => ({
          kind: place?.kind ?? "domestic",
          country: place?.country ?? "",
          region: place?.region ?? "",
          rate,
          percent: percentOf(readRate(rate)),
          ...describe(amounts, currency),
        }))
        .toSorted(inOrder),
      total: describe(total, currency),
      books: { documents: wire(said), ledger: wire(ledger), difference: wire(said - ledger) },
    }
  })
}

const nothing: Amounts = { netMinor: 0n, taxMinor: 0n, invoices: 0, creditNotes: 0 }

function describe({ netMinor, taxMinor, invoices, creditNotes }: Amounts, currency: Currency) {
  const wire = (minor: bigint) => toWire(money(minor, currency))
  return {
    net: wire(netMinor),
    tax: wire(taxMinor),
    gross: wire(netMinor + taxMinor),
    invoices,
    creditNotes,
  }
}

type Row = TaxReport["currencies"][number]["rows"][number]

/** By kind, then by place; the higher rate first. */
function inOrder(first: Row, second: Row): number {
  const kinds = taxKinds.indexOf(first.kind) - taxKinds.indexOf(second.kind)
  if (kinds !== 0) return kinds
  const [one, other] = [`${first.country} ${first.region}`, `${second.country} ${second.region}`]
  if (one !== other) return one < other ? -1 : 1
  return Number(second.percent) - Number(first.percent)
}
