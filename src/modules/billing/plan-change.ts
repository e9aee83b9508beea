import { type Money, money, subtract } from "#kit/money.ts"
import { type Days, daysOf, shareByDays } from "./days.ts"

export interface ChangeFacts {
  readonly period: Days
  /** The day of the change. It belongs to the new plan already. */
  readonly changeOn: Temporal.PlainDate
  /** What was really charged for the whole period: after discounts, as the price is shown (with tax where it holds it). */
  readonly oldCharged: Money
  /** What the new plan costs for a whole period, after the discounts that hold for it. */
  readonly newCharged: Money
  /** The least that the gateway takes (100 won by card, 200 from a bank account). */
  readonly gatewayLeast: Money
  /** What a cheaper plan means: money back from now on, or the new plan from the next period. */
  readonly downgrade: "now" | "at_end"
}

export type ChangeOutcome =
  | { readonly kind: "pay"; readonly amount: Money }
  /** A difference too small to be taken: given to the customer, and said. */
  | { readonly kind: "waived"; readonly amount: Money }
  | { readonly kind: "give_back"; readonly amount: Money }
  | { readonly kind: "nothing" }
  | { readonly kind: "at_end"; readonly on: Temporal.PlainDate }

export interface ChangePlan {
  readonly totalDays: bigint
  readonly daysLeft: bigint
  /** What is left of the old plan: charged × days left / days. */
  readonly unused: Money
  /** What the new plan costs for the same days. */
  readonly due: Money
  /** The period is not touched: it ends when it would have ended. */
  readonly end: Temporal.PlainDate
  readonly outcome: ChangeOutcome
}

/**
 * Up or down, by days of the shop's calendar, both plans at the price really charged. Each of the two figures is
 * rounded by itself, half up, because both are shown: their difference can be checked with a pencil.
 */
export function planChange(facts: ChangeFacts): ChangePlan {
  const { period, changeOn, oldCharged, newCharged } = facts
  const totalDays = daysOf(period)
  const daysLeft = daysOf({ start: changeOn, end: period.end })
  if (daysLeft < 1n || daysLeft > totalDays) {
    throw new RangeError(`${changeOn.toString()} lies outside the period that is paid.`)
  }
  const unused = shareByDays(oldCharged, daysLeft, totalDays)
  const due = shareByDays(newCharged, daysLeft, totalDays)
  const isDown = newCharged.minor < oldCharged.minor
  const outcome: ChangeOutcome =
    isDown && facts.downgrade === "at_end"
      ? { kind: "at_end", on: period.end }
      : outcomeOf(subtract(due, unused), facts.gatewayLeast)
  return { totalDays, daysLeft, unused, due, end: period.end, outcome }
}

function outcomeOf(difference: Money, gatewayLeast: Money): ChangeOutcome {
  if (difference.currency !== gatewayLeast.currency) throw new RangeError("Two currencies in one change.")
  if (difference.minor === 0n) return { kind: "nothing" }
  if (difference.minor < 0n) {
    return { kind: "give_back", amount: money(-difference.minor, difference.currency) }
  }
  return { kind: difference.minor < gatewayLeast.minor ? "waived" : "pay", amount: difference }
}
