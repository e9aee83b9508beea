import {
  compareFractions,
  type Fraction,
  fraction,
  greater,
  minus,
  moneyHalfUp,
  multiplied,
  roundHalfUp,
} from "#kit/fraction.ts"
import { type Money, money, type Rate, subtract } from "#kit/money.ts"

/** What lowers a price: a coupon's part, or what somebody has for having stayed. */
export interface Discount {
  /** The coupon's, or the step's of those who stayed. */
  readonly id: string
  readonly value:
    | { readonly kind: "percent"; readonly rate: Rate }
    | { readonly kind: "fixed"; readonly amount: Money }
  /** The first so many periods; null: for ever. */
  readonly periods: number | null
  /** Alone or not at all. */
  readonly isExclusive: boolean
}

export interface DiscountFacts {
  readonly list: Money
  /** 0 is the first period that this customer pays with them. */
  readonly periodNumber: number
  readonly discounts: readonly Discount[]
}

export interface DiscountStep {
  readonly id: string
  readonly amount: Money
}

export interface DiscountPlan {
  readonly charged: Money
  /** In the order in which they were taken; they add up to what was taken off. */
  readonly steps: readonly DiscountStep[]
}

/**
 * The stacking order: percents first, each on what the one before has left, in the order given; then fixed amounts,
 * never below zero. An exclusive discount stands alone against all others together, and the customer gets whichever
 * is the lower price. Exact all the way; each step is the difference of rounded remainders, so the steps add up.
 */
export function planDiscount(facts: DiscountFacts): DiscountPlan {
  const holding = facts.discounts.filter(({ periods }) => periods === null || facts.periodNumber < periods)
  if (holding.length === 0) return { charged: facts.list, steps: [] }
  const together = holding.filter((discount) => !discount.isExclusive)
  const hands = [together, ...holding.filter(({ isExclusive }) => isExclusive).map((one) => [one])]
  const plans = hands.map((hand) => ({ hand, left: takeAll(facts.list, hand) }))
  const best = plans.reduce((one, other) => (compareFractions(other.left, one.left) < 0 ? other : one))
  return describeSteps(facts.list, best.hand)
}

function inOrder(hand: readonly Discount[]): Discount[] {
  const isPercent = ({ value }: Discount) => value.kind === "percent"
  return [...hand.filter(isPercent), ...hand.filter((discount) => !isPercent(discount))]
}

function takeAll(list: Money, hand: readonly Discount[]): Fraction {
  return inOrder(hand).reduce((left, discount) => take(left, discount, list), fraction(list.minor))
}

function take(left: Fraction, { value }: Discount, list: Money): Fraction {
  if (value.kind === "percent") {
    const { numerator, denominator } = value.rate
    return greater(multiplied(left, fraction(denominator - numerator, denominator)), fraction(0n))
  }
  if (value.amount.currency !== list.currency) throw new RangeError("A discount in another currency.")
  return greater(minus(left, fraction(value.amount.minor)), fraction(0n))
}

function describeSteps(list: Money, hand: readonly Discount[]): DiscountPlan {
  let left = fraction(list.minor)
  const steps = inOrder(hand).map((discount) => {
    const before = roundHalfUp(left)
    left = take(left, discount, list)
    return {
      id: discount.id,
      amount: subtract(money(before, list.currency), moneyHalfUp(left, list.currency)),
    }
  })
  return { charged: moneyHalfUp(left, list.currency), steps }
}
