import { euCountries } from "#identity"
import type { Rate } from "#kit/money.ts"
import type { TenantSettings } from "#tenancy"
import { STANDARD_CLASS } from "./contract.ts"
import { type Exemption, findExemption } from "./exemption.ts"
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
import type { LineTax, TaxGround, TaxProof, TaxTerms, UnprovedNumber } from "./tax-terms.ts"
import type { VatState } from "./vat-check.ts"

/** Who is taxed: what is known of the buyer when it is asked. */
export interface TaxBuyer {
  readonly country: string
  readonly region: string
  /** The number of its own country, and what VIES said of it. */
  readonly vat?: BuyerVat | undefined
  /** Certificates that staff accepted and that hold on the day. */
  readonly exemptions?: readonly Exemption[]
}

export interface BuyerVat {
  /** With its prefix. */
  readonly number: string
  readonly state: VatState
  /** Why VIES could not say, the last time it could not. */
  readonly trouble: string | null
  readonly consultation: string | null
  readonly requester: string | null
  readonly requestDate: string | null
  readonly name: string | null
  readonly address: string | null
  readonly checkedAt: string | null
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
      ...(verdict.proof ? { proof: verdict.proof } : {}),
      ...(verdict.unproved ? { unproved: verdict.unproved } : {}),
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
  readonly proof?: TaxProof
  readonly unproved?: UnprovedNumber
}

/** A number takes the tax away only when VIES has said that it is one. Until then, or if it is none, the paper says so. */
function judge(facts: TaxFacts): Verdict {
  const vat = numberThatCounts(facts)
  if (vat?.state === "valid") {
    const { trouble: _trouble, ...proof } = vat
    return { ground: "reverse_charge", taxedIn: null, registration: null, proof }
  }
  const verdict = judgeByPlace(facts)
  const exemption = verdict.taxedIn && findExemption(facts.buyer.exemptions ?? [], verdict.taxedIn)
  if (exemption) {
    const { number, country, region, from, until, reference } = exemption
    const proof = { number, place: { country, region }, from, until, reference }
    return { ground: "exempt", taxedIn: null, registration: verdict.registration, proof }
  }
  if (!vat || verdict.taxedIn === null) return verdict
  return { ...verdict, unproved: { number: vat.number, state: vat.state, trouble: vat.trouble } }
}

function judgeByPlace({ book, buyer, settings }: TaxFacts): Verdict {
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

/**
 * A business elsewhere in the EU than the seller owes the tax itself. Only a seller who is registered in the EU can leave it
 * to the buyer: any other one charges none there anyway.
 */
function numberThatCounts({ book, buyer, settings }: TaxFacts): BuyerVat | undefined {
  const { country, vat } = buyer
  if (country === settings.seller.country || !euCountries.has(country)) return undefined
  return book.registrations.some((one) => euCountries.has(one.country)) ? vat : undefined
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
