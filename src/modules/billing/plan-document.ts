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
import { inLowestTerms, isSameRate, type LineTax, readRate, type TaxTerms, writeRate } from "#tax"
import type { DocumentLine, DocumentLineInput, DocumentPlan, RuleFacts, TaxGroup } from "./document.ts"

export interface DocumentFacts {
  readonly currency: Currency
  readonly settings: TaxSettings
  readonly lines: readonly DocumentLineInput[]
}

/** What decides about tax: the decision for one customer, or of it only what arithmetic needs. */
export type TaxSettings = Pick<TaxTerms, "taxIncluded" | "taxRate"> & Partial<TaxTerms>

/**
 * Lines and tax to amounts. Amounts are exact per line; the tax is taken once per rate on the rate's whole sum,
 * half up, and then spread to the lines by largest remainder, so that the lines add up to the document
 * (EN 16931 BR-CO-17; a Korean slip takes 1/11 of the payment total).
 */
export function planDocument(facts: DocumentFacts): DocumentPlan {
  const priced = facts.lines.map((line, position) => priceLine(facts, line, position))
  const groups = [...Map.groupBy(priced, rateKey).values()].map((lines) => taxGroup(facts, lines))
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

interface PricedLine extends LineTax {
  readonly position: number
  readonly amount: Money
  readonly line: DocumentLineInput
}

function priceLine(facts: DocumentFacts, line: DocumentLineInput, position: number): PricedLine {
  const { quantity, unit } = line
  if (unit.currency !== facts.currency) {
    throw new RangeError(`A ${unit.currency} line on a ${facts.currency} document.`)
  }
  // What lowers a bill is a credit note or a discounted unit price, so a line is never below zero.
  if (quantity < 0n || unit.minor < 0n) throw new RangeError("A line can't be below zero.")
  return { position, line, amount: times(unit, quantity), ...ratesOf(facts.settings, line) }
}

/** A line's own rate rules, then its plan's class, then what holds for the whole document. */
function ratesOf(settings: TaxSettings, { taxRate, insideRate, planId }: DocumentLineInput): LineTax {
  if (taxRate) return { taxRate, insideRate: insideRate ?? taxRate }
  if (settings.ofPlan) return settings.ofPlan(planId)
  return { taxRate: settings.taxRate, insideRate: settings.insideRate ?? settings.taxRate }
}

interface PlannedGroup extends TaxGroup {
  readonly lines: readonly { readonly position: number; readonly line: DocumentLine }[]
}

function taxGroup(facts: DocumentFacts, priced: readonly PricedLine[]): PlannedGroup {
  const { taxIncluded } = facts.settings
  const { taxRate, insideRate } = firstOf(priced)
  const bases = netsWithout(facts, priced)
  const isWithin = taxIncluded && bases === null
  const amounts = bases ?? priced.map(({ amount }) => amount)
  const shares = sharesOf(facts, { amounts, rate: taxRate, isWithin })
  const lines = priced.map(({ position, line }, index) => {
    const [amount, share] = [amounts[index] as Money, shares[index] as Money]
    const net = isWithin ? subtract(amount, share) : amount
    return { position, line: documentLine({ line, net, share, taxRate, insideRate }) }
  })
  const net = sum(
    facts.currency,
    lines.map(({ line }) => line.net),
  )
  return { rate: taxRate, tax: sum(facts.currency, shares), net, lines }
}

/** Of a group, which is never empty. */
function firstOf([first]: readonly PricedLine[]): PricedLine {
  if (!first) throw new Error("A group of no line.")
  return first
}

/** What prices are without the tax that they hold, where another rate is charged than that; null: they hold their own. */
function netsWithout({ currency, settings }: DocumentFacts, priced: readonly PricedLine[]): Money[] | null {
  const { taxRate, insideRate } = firstOf(priced)
  if (!settings.taxIncluded || isSameRate(taxRate, insideRate)) return null
  const amounts = priced.map(({ amount }) => amount)
  if (settings.taxMode === "truncated_lines") {
    return amounts.map((amount) => subtract(amount, truncatedTax(amount, insideRate, true)))
  }
  const whole = sum(currency, amounts)
  return spread(
    subtract(whole, taxInsideHalfUp(whole, insideRate)),
    amounts.map(({ minor }) => minor),
  )
}

function sharesOf(
  { currency, settings }: DocumentFacts,
  of: { readonly amounts: readonly Money[]; readonly rate: Rate; readonly isWithin: boolean },
): Money[] {
  const { amounts, rate, isWithin } = of
  if (settings.taxMode === "truncated_lines") {
    return amounts.map((amount) => truncatedTax(amount, rate, isWithin))
  }
  const whole = sum(currency, amounts)
  return spread(
    isWithin ? taxInsideHalfUp(whole, rate) : takeRateHalfUp(whole, rate),
    amounts.map(({ minor }) => minor),
  )
}

/** Amounts are never below zero here, so cutting off is rounding down. */
function truncatedTax(amount: Money, { numerator, denominator }: Rate, isWithin: boolean): Money {
  const divisor = isWithin ? denominator + numerator : denominator
  return money((amount.minor * numerator) / divisor, amount.currency)
}

function documentLine(
  facts: LineTax & { readonly line: DocumentLineInput; readonly net: Money; readonly share: Money },
): DocumentLine {
  const { words, periodStart, periodEnd, planId, priceId, quantity, unit, cycle, rule } = facts.line
  const inside: RuleFacts = isSameRate(facts.taxRate, facts.insideRate)
    ? {}
    : { [INSIDE_RATE]: writeRate(facts.insideRate) }
  // What a line of another document remembered is no fact of this one.
  const { [INSIDE_RATE]: _before, ...own } = facts.line.facts ?? {}
  const ruleFacts: RuleFacts = { ...own, ...inside }
  const hasFacts = Object.keys(ruleFacts).length > 0
  return {
    words,
    periodStart: periodStart ?? null,
    periodEnd: periodEnd ?? null,
    subscriptionId: facts.line.subscriptionId ?? null,
    cycles: facts.line.cycles ?? null,
    reason: { planId, priceId, quantity, unit, cycle, rule, ...(hasFacts ? { facts: ruleFacts } : {}) },
    net: facts.net,
    tax: facts.share,
    gross: add(facts.net, facts.share),
    taxRate: facts.taxRate,
  }
}

/** The fact by which a line remembers what its price held: recomputing it needs no more. */
const INSIDE_RATE = "insideRate"

/** What a line's price held: what is charged, unless it says otherwise. */
export function insideRateOf({ reason, taxRate }: Pick<DocumentLine, "reason" | "taxRate">): Rate {
  const kept = reason.facts?.[INSIDE_RATE]
  return kept ? readRate(kept) : taxRate
}

function rateKey({ taxRate, insideRate }: LineTax): string {
  return `${writeRate(inLowestTerms(taxRate))} ${writeRate(inLowestTerms(insideRate))}`
}
