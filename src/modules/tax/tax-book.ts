import type { z } from "zod"
import type { Rate } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { STANDARD_CLASS, type taxPolicyShape, type taxSchemes } from "./contract.ts"
import { taxRefusals } from "./errors.ts"

export type TaxPolicy = z.infer<typeof taxPolicyShape>

export const defaultTaxPolicy: TaxPolicy = {
  insidePrices: "total_stays",
  elsewhere: "none",
  mode: "per_document",
}

export interface Registration {
  readonly country: string
  readonly region: string
  readonly number: string
  readonly scheme: (typeof taxSchemes)[number]
}

export interface BookRate {
  readonly country: string
  readonly region: string
  readonly taxClass: string
  readonly label: Say
  /** With the taxable share taken in. */
  readonly rate: Rate
}

/** What a shop has decided about tax, as it holds on one day. */
export interface TaxBook {
  /** No registration has begun: everybody pays the shop's one rate. */
  readonly isByPlace: boolean
  readonly policy: TaxPolicy
  readonly registrations: readonly Registration[]
  readonly rates: readonly BookRate[]
  /** By plan; a plan that isn't here is of the standard class. */
  readonly classOfPlan: ReadonlyMap<string, string>
}

export interface Place {
  readonly country: string
  readonly region: string
}

export const noTax: Rate = { numerator: 0n, denominator: 1n }

/** The place's own rate of that class, else its standard one, else its country's. None known: it is said, never guessed. */
export function findRate(book: Pick<TaxBook, "rates">, place: Place, taxClass: string): BookRate | undefined {
  const wanted = [
    [place.region, taxClass],
    ["", taxClass],
    [place.region, STANDARD_CLASS],
    ["", STANDARD_CLASS],
  ]
  const there = book.rates.filter(({ country }) => country === place.country)
  for (const [region, named] of wanted) {
    const found = there.find((one) => one.region === region && one.taxClass === named)
    if (found) return found
  }
  return undefined
}

export function getRate(book: Pick<TaxBook, "rates">, place: Place, taxClass: string): BookRate {
  const name = place.region ? `${place.country}-${place.region}` : place.country
  return findRate(book, place, taxClass) ?? taxRefusals.refuse("tax.rate_missing", { place: name })
}
