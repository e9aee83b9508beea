import {
  compareFractions,
  type Fraction,
  fraction,
  greater,
  minus,
  moneyHalfUp,
  multiplied,
  parseDecimal,
  plus,
  roundUp,
  smaller,
} from "#kit/fraction.ts"
import { type Currency, currencies, type Money } from "#kit/money.ts"

export interface UsageTier {
  /** The last quantity of the tier, inclusive; the last tier has no end. */
  readonly upTo: Fraction | null
  /** In the currency's main unit, exactly: "0.0035". */
  readonly unitPrice: string
}

export type UsagePrice = {
  readonly currency: Currency
  /** What is free in each period, taken off before anything is counted. */
  readonly included: Fraction
} & (
  | { readonly model: "flat"; readonly unitPrice: string }
  | { readonly model: "graduated" | "volume"; readonly tiers: readonly UsageTier[] }
  | { readonly model: "package"; readonly size: Fraction; readonly packagePrice: string }
)

export interface UsageStep {
  readonly quantity: Fraction
  readonly unitPrice: string
  /** In minor units, not rounded yet. */
  readonly exactMinor: Fraction
}

export interface UsagePlan {
  readonly billable: Fraction
  readonly steps: readonly UsageStep[]
  readonly exactMinor: Fraction
  /** Half up, once: no step is rounded by itself. */
  readonly amount: Money
}

/** What a quantity of a period costs. */
export function planUsage(price: UsagePrice, quantity: Fraction): UsagePlan {
  if (quantity.numerator < 0n) throw new RangeError("Nobody uses less than nothing.")
  const billable = greater(minus(quantity, price.included), fraction(0n))
  const steps = stepsOf(price, billable).map((step) => ({
    ...step,
    exactMinor: multiplied(step.quantity, unitMinor(step.unitPrice, price.currency)),
  }))
  const exactMinor = steps.reduce((sum, step) => plus(sum, step.exactMinor), fraction(0n))
  return { billable, steps, exactMinor, amount: moneyHalfUp(exactMinor, price.currency) }
}

type Step = Omit<UsageStep, "exactMinor">

function stepsOf(price: UsagePrice, billable: Fraction): Step[] {
  if (billable.numerator === 0n) return []
  switch (price.model) {
    case "flat":
      return [{ quantity: billable, unitPrice: price.unitPrice }]
    case "package": {
      const packages = roundUp(multiplied(billable, inverse(price.size)))
      return [{ quantity: fraction(packages), unitPrice: price.packagePrice }]
    }
    case "volume": {
      checkTiers(price.tiers)
      const tier = price.tiers.find(({ upTo }) => upTo === null || compareFractions(billable, upTo) <= 0)
      return [{ quantity: billable, unitPrice: (tier as UsageTier).unitPrice }]
    }
    case "graduated":
      checkTiers(price.tiers)
      return graduated(price.tiers, billable)
  }
}

function graduated(tiers: readonly UsageTier[], billable: Fraction): Step[] {
  const steps: Step[] = []
  let below = fraction(0n)
  for (const { upTo, unitPrice } of tiers) {
    const top = upTo ? smaller(upTo, billable) : billable
    const quantity = minus(top, below)
    if (quantity.numerator <= 0n) break
    steps.push({ quantity, unitPrice })
    below = top
  }
  return steps
}

/** Tiers rise and the last is open, so every quantity has its price. */
function checkTiers(tiers: readonly UsageTier[]): void {
  let below = fraction(0n)
  for (const [index, { upTo }] of tiers.entries()) {
    const isLast = index === tiers.length - 1
    if (isLast !== (upTo === null)) throw new RangeError("The last tier has no end, and only the last.")
    if (upTo && compareFractions(upTo, below) <= 0)
      throw new RangeError("Each tier ends above the one before.")
    below = upTo ?? below
  }
  if (tiers.length === 0) throw new RangeError("There is no tier.")
}

function unitMinor(unitPrice: string, currency: Currency): Fraction {
  return multiplied(parseDecimal(unitPrice), fraction(10n ** BigInt(currencies[currency])))
}

function inverse({ numerator, denominator }: Fraction): Fraction {
  if (numerator <= 0n) throw new RangeError("A package holds something.")
  return fraction(denominator, numerator)
}
