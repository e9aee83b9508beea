import type { Rate } from "#kit/money.ts"
import type { TenantSettings } from "#tenancy"
import { STANDARD_CLASS } from "./contract.ts"
import { euCountries } from "./eu-countries.ts"
import { isSameRate, writeRate } from "./percent.ts"
import {
  type BookRate,
  findRate,
  getRate,
  noTax,
  type Place,
  type Registration,
  type TaxBook,
} from "./tax-book.ts"
import type { LineTax, TaxGround, TaxTerms } from "./tax-terms.ts"

/** Who is taxed: what is known of the buyer when it is asked. */
export interface TaxBuyer {
  readonly country: string
  readonly region: string
}

export interface TaxFacts {
  readonly settings: Pick<TenantSettings, "taxIncluded" | "taxRate" | "taxLabel"> & {
    readonly seller: { readonly country: string }
  }
  readonly book: TaxBook
  readonly buyer: TaxBuyer
  readonly today: Temporal.PlainDate
}

/** Whether tax is charged, which place's and why: the seller's registrations decide. Pure. */
export function planTax(facts: TaxFacts): TaxTerms {
  const { settings, book, buyer, today } = facts
  const { taxIncluded, taxRate, taxLabel } = settings
  if (!book.isByPlace) {
    const { mode } = book.policy
    const snapshot = {
      ground: "one_rate" as const,
      decidedOn: today.toString(),
      place: null,
      registration: null,
      label: taxLabel,
      mode,
      rate: writeRate(taxRate),
      inside: taxIncluded ? writeRate(taxRate) : null,
    }
    const both = { taxRate, insideRate: taxRate }
    return { taxIncluded, taxMode: mode, ...both, ofPlan: () => both, snapshot }
  }
  const verdict = judge(facts)
  const home = homeOf(facts)
  const rateOf = (taxClass: string): LineTax => {
    const rate = verdict.taxedIn ? getRate(book, verdict.taxedIn, taxClass).rate : noTax
    const keepsNet = taxIncluded && book.policy.insidePrices === "net_stays"
    return { taxRate: rate, insideRate: keepsNet ? home.rateOf(taxClass) : rate }
  }
  const standard = rateOf(STANDARD_CLASS)
  const label = verdict.taxedIn ? getRate(book, verdict.taxedIn, STANDARD_CLASS).label : home.label
  return {
    taxIncluded,
    taxMode: book.policy.mode,
    ...standard,
    ofPlan: (planId) => {
      const taxClass = planId === null ? undefined : book.classOfPlan.get(planId)
      return taxClass ? rateOf(taxClass) : standard
    },
    snapshot: {
      ground: verdict.ground,
      decidedOn: today.toString(),
      place: { country: buyer.country, region: buyer.region },
      registration: verdict.registration,
      label,
      mode: book.policy.mode,
      rate: writeRate(standard.taxRate),
      inside: taxIncluded ? writeRate(standard.insideRate) : null,
      ...(taxIncluded && !isSameRate(standard.insideRate, standard.taxRate)
        ? { insideLabel: home.label }
        : {}),
    },
  }
}

interface Verdict {
  readonly ground: TaxGround
  /** Whose rates are taken; null: no tax. */
  readonly taxedIn: Place | null
  readonly registration: Registration | null
}

function judge({ book, buyer, settings }: TaxFacts): Verdict {
  const there = book.registrations.find(
    (one) =>
      one.scheme === "local" &&
      one.country === buyer.country &&
      (one.region === "" || one.region === buyer.region),
  )
  if (there) return { ground: "registered", taxedIn: buyer, registration: there }
  const home = homeRegistration(book, settings.seller.country)
  if (euCountries.has(buyer.country)) {
    const oss = book.registrations.find(({ scheme }) => scheme !== "local")
    if (oss) return { ground: "registered", taxedIn: buyer, registration: oss }
    // Below the threshold the seller's own member state taxes its consumers elsewhere in the EU.
    if (home && euCountries.has(home.country)) return { ground: "home", taxedIn: home, registration: home }
  }
  if (book.policy.elsewhere === "home" && home) {
    return { ground: "home", taxedIn: home, registration: home }
  }
  return { ground: "outside", taxedIn: null, registration: null }
}

/** The one of the seller's own country, else the first one anywhere in a place. */
function homeRegistration(book: TaxBook, country: string): Registration | undefined {
  const local = book.registrations.filter(({ scheme }) => scheme === "local")
  return local.find((one) => one.country === country) ?? local[0]
}

/** What the prices themselves were made with: the rate of the seller's own country, else the shop's one rate. */
function homeOf({ book, settings }: TaxFacts): {
  readonly label: BookRate["label"]
  readonly rateOf: (taxClass: string) => Rate
} {
  const place = { country: settings.seller.country, region: "" }
  const found = (taxClass: string) => findRate(book, place, taxClass)
  return {
    label: found(STANDARD_CLASS)?.label ?? settings.taxLabel,
    rateOf: (taxClass) => found(taxClass)?.rate ?? settings.taxRate,
  }
}
