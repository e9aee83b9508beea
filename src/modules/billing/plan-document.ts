import {
  add,
  type Currency,
  type Money,
  money,
  type Rate,
  spread,
  subtract,
  sum,
  takeRateHalfUp,
  taxInsideHalfUp,
  times,
} from "#kit/money.ts"
import type { DocumentLine, DocumentLineInput, DocumentPlan, TaxGroup } from "./document.ts"

export interface DocumentFacts {
  readonly currency: Currency
  readonly settings: TaxSettings
  readonly lines: readonly DocumentLineInput[]
}

/** The part of the tenant's settings that decides about tax. */
export interface TaxSettings {
  /** Prices hold the tax already (a Korean shop), or it comes on top. */
  readonly taxIncluded: boolean
  readonly taxRate: Rate
  /** Absent: "per_document". */
  readonly taxMode?: TaxMode
}

/**
 * How a regime wants tax worked out: once per document and rate, spread to the lines; or line by line with the odd
 * part of a unit cut off (절사, as Korean tax invoices may), so that the document's tax is what its lines say.
 */
export const taxModes = ["per_document", "truncated_lines"] as const
export type TaxMode = (typeof taxModes)[number]

/**
 * Lines and tax to amounts. Amounts are exact per line; the tax is taken once per rate on the rate's whole sum,
 * half up, and then spread to the lines by largest remainder, so that the lines add up to the document
 * (EN 16931 BR-CO-17; a Korean slip takes 1/11 of the payment total).
 */
export function planDocument(facts: DocumentFacts): DocumentPlan {
  const priced = facts.lines.map((line, position) => priceLine(facts, line, position))
  const groups = [...Map.groupBy(priced, (line) => rateKey(line.taxRate)).values()].map((lines) =>
    taxGroup(facts, lines),
  )
  const lines = groups.flatMap((group) => group.lines).sort((a, b) => a.position - b.position)
  const net = sum(
    facts.currency,
    groups.map((group) => group.net),
  )
  const tax = sum(
    facts.currency,
    groups.map((group) => group.tax),
  )
  return {
    lines: lines.map(({ line }) => line),
    taxes: groups.map(({ rate, net: groupNet, tax: groupTax }) => ({ rate, net: groupNet, tax: groupTax })),
    net,
    tax,
    total: add(net, tax),
  }
}

interface PricedLine {
  readonly position: number
  readonly amount: Money
  readonly taxRate: Rate
  readonly line: DocumentLineInput
}

function priceLine(facts: DocumentFacts, line: DocumentLineInput, position: number): PricedLine {
  const { quantity, unit } = line
  if (unit.currency !== facts.currency) {
    throw new RangeError(`A ${unit.currency} line on a ${facts.currency} document.`)
  }
  // What lowers a bill is a credit note or a discounted unit price, so a line is never below zero.
  if (quantity < 0n || unit.minor < 0n) throw new RangeError("A line can't be below zero.")
  return { position, line, amount: times(unit, quantity), taxRate: line.taxRate ?? facts.settings.taxRate }
}

interface PlannedGroup extends TaxGroup {
  readonly lines: readonly { readonly position: number; readonly line: DocumentLine }[]
}

function taxGroup(facts: DocumentFacts, priced: readonly PricedLine[]): PlannedGroup {
  const { taxIncluded, taxMode = "per_document" } = facts.settings
  const rate = priced[0]?.taxRate ?? facts.settings.taxRate
  const whole = sum(
    facts.currency,
    priced.map((line) => line.amount),
  )
  const shares =
    taxMode === "truncated_lines"
      ? priced.map(({ amount }) => truncatedTax(amount, rate, taxIncluded))
      : spread(
          taxIncluded ? taxInsideHalfUp(whole, rate) : takeRateHalfUp(whole, rate),
          priced.map((line) => line.amount.minor),
        )
  const tax = sum(facts.currency, shares)
  const lines = priced.map(({ position, line, amount }, index) => {
    const share = shares[index] as Money
    return { position, line: documentLine({ line, amount, share, rate, taxIncluded }) }
  })
  return { rate, tax, net: taxIncluded ? subtract(whole, tax) : whole, lines }
}

/** Amounts are never below zero here, so cutting off is rounding down. */
function truncatedTax(amount: Money, { numerator, denominator }: Rate, taxIncluded: boolean): Money {
  const divisor = taxIncluded ? denominator + numerator : denominator
  return money((amount.minor * numerator) / divisor, amount.currency)
}

function documentLine(facts: {
  line: DocumentLineInput
  amount: Money
  share: Money
  rate: Rate
  taxIncluded: boolean
}): DocumentLine {
  const { words, periodStart, periodEnd, planId, priceId, quantity, unit, cycle, rule } = facts.line
  const ruleFacts = facts.line.facts
  const net = facts.taxIncluded ? subtract(facts.amount, facts.share) : facts.amount
  return {
    words,
    periodStart: periodStart ?? null,
    periodEnd: periodEnd ?? null,
    subscriptionId: facts.line.subscriptionId ?? null,
    cycles: facts.line.cycles ?? null,
    reason: { planId, priceId, quantity, unit, cycle, rule, ...(ruleFacts ? { facts: ruleFacts } : {}) },
    net,
    tax: facts.share,
    gross: add(net, facts.share),
    taxRate: facts.rate,
  }
}

/** 10/100 and 1/10 are one rate. */
function rateKey(rate: Rate): string {
  const divisor = commonDivisor(rate.numerator, rate.denominator)
  return `${rate.numerator / divisor}/${rate.denominator / divisor}`
}

function commonDivisor(first: bigint, second: bigint): bigint {
  return second === 0n ? first : commonDivisor(second, first % second)
}
