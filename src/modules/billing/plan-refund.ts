import { type Fraction, fraction, greater, minus, moneyHalfUp, plus, smaller } from "#kit/fraction.ts"
import { type Money, money, type Rate, sum } from "#kit/money.ts"
import { type Days, daysOf } from "./days.ts"

/** How a part of what was paid is worked out. */
export const refundBases = [
  /** What was paid, by the days that are left. */
  "by_days",
  /** The same, less the discount of the days that are left. */
  "by_days_less_discount",
  /** What was paid, less the used days at the list price. */
  "used_days_at_list_price",
] as const
export type RefundBasis = (typeof refundBases)[number]

/** What the law of the seller's country gives a consumer who takes a purchase back; dated, by country. */
export interface WithdrawalRule {
  readonly windowDays: number
  /** Never anything but what was agreed, by days: no penalty inside the window. */
  readonly basis: "by_days"
}

/** What the house gives, of its own accord. */
export interface RefundPolicy {
  readonly windowDays: number
  readonly basis: RefundBasis
  /** Kept for the trouble, as the price is shown. */
  readonly fee: Money
  /** The most that is ever given back, as a share of what was paid: 1 is all of it. */
  readonly cap: Rate
}

export interface RefundFacts {
  readonly period: Days
  readonly paidOn: Temporal.PlainDate
  /** Null: it never ran, so no day was used. */
  readonly activatedOn: Temporal.PlainDate | null
  readonly askedOn: Temporal.PlainDate
  readonly paid: Money
  /** The catalogue's price of the same period, before discounts. */
  readonly list: Money
  /** What is left on the documents and payments: nobody gets back more than that. */
  readonly refundable: Money
  readonly withdrawal: WithdrawalRule | null
  readonly policy: RefundPolicy | null
}

export interface RefundFigure {
  readonly basis: RefundBasis
  readonly amount: Money
  /** Kept of it for the trouble. */
  readonly fee: Money
  /** Outside its window it is nothing, and the last day was this one. */
  readonly lastDay: Temporal.PlainDate
  readonly isOpen: boolean
  /** What a bound changed: the amount is the bound's. */
  readonly bound: "none" | "zero" | "cap" | "refundable"
}

export interface RefundPlan {
  /** The later of payment and activation. */
  readonly dayZero: Temporal.PlainDate
  /** Whole days since then, counted from the start of the day. */
  readonly usedDays: bigint
  readonly totalDays: bigint
  readonly statutory: RefundFigure | null
  readonly policy: RefundFigure | null
  /** The higher of the two, which is what is paid. Null: neither window is open. */
  readonly pays: "statutory" | "policy" | null
  readonly amount: Money
}

/**
 * The law's figure and the house's, each from the exact numbers and rounded once, half up. The higher one is paid;
 * where they are the same, the law's.
 */
export function planRefund(facts: RefundFacts): RefundPlan {
  const { paidOn, activatedOn, askedOn, paid } = facts
  const dayZero = activatedOn && isAfter(activatedOn, paidOn) ? activatedOn : paidOn
  const totalDays = daysOf(facts.period)
  const usedDays = activatedOn ? atMost(atLeast(daysBetween(dayZero, askedOn), 0n), totalDays) : 0n
  const { withdrawal, policy } = facts
  const counted = { ...facts, dayZero, usedDays, totalDays }
  const statutory = withdrawal && figure(counted, { ...withdrawal, fee: null, cap: null })
  const house = policy && figure(counted, policy)
  const pays = higher(statutory, house)
  const chosen = pays === "statutory" ? statutory : pays === "policy" ? house : null
  return {
    dayZero,
    usedDays,
    totalDays,
    statutory,
    policy: house,
    pays,
    amount: chosen?.amount ?? sum(paid.currency, []),
  }
}

interface CountedFacts extends RefundFacts {
  readonly dayZero: Temporal.PlainDate
  readonly usedDays: bigint
  readonly totalDays: bigint
}

function figure(
  facts: CountedFacts,
  rule: {
    readonly windowDays: number
    readonly basis: RefundBasis
    readonly fee: Money | null
    readonly cap: Rate | null
  },
): RefundFigure {
  const lastDay = facts.dayZero.add({ days: rule.windowDays })
  const isOpen = !isAfter(facts.askedOn, lastDay)
  const { paid, refundable } = facts
  const wanted = minus(refundBeforeFee(rule.basis, facts), fraction(rule.fee?.minor ?? 0n))
  const cap = rule.cap ? fraction(paid.minor * rule.cap.numerator, rule.cap.denominator) : null
  const capped = cap ? smaller(wanted, cap) : wanted
  const most = smaller(fraction(refundable.minor), fraction(paid.minor))
  const bounded = greater(smaller(capped, most), fraction(0n))
  const bound =
    wanted.numerator < 0n
      ? "zero"
      : isLess(most, capped)
        ? "refundable"
        : cap && isLess(cap, wanted)
          ? "cap"
          : "none"
  return {
    basis: rule.basis,
    amount: moneyHalfUp(bounded, paid.currency),
    fee: rule.fee ?? money(0n, paid.currency),
    lastDay,
    isOpen,
    bound,
  }
}

/** The formulas, exactly. The explanation of a refund replays them. */
export function refundBeforeFee(
  basis: RefundBasis,
  facts: Pick<CountedFacts, "paid" | "list" | "usedDays" | "totalDays">,
): Fraction {
  const { paid, list, usedDays, totalDays } = facts
  const daysLeft = totalDays - usedDays
  switch (basis) {
    case "by_days":
      return fraction(paid.minor * daysLeft, totalDays)
    case "by_days_less_discount":
      return fraction((paid.minor - atLeast(list.minor - paid.minor, 0n)) * daysLeft, totalDays)
    case "used_days_at_list_price":
      return plus(fraction(paid.minor), fraction(-list.minor * usedDays, totalDays))
  }
}

function higher(statutory: RefundFigure | null, policy: RefundFigure | null): RefundPlan["pays"] {
  const law = statutory?.isOpen ? statutory.amount.minor : null
  const house = policy?.isOpen ? policy.amount.minor : null
  if (law === null) return house === null ? null : "policy"
  return house !== null && house > law ? "policy" : "statutory"
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): bigint {
  return BigInt(from.until(to, { largestUnit: "days" }).days)
}

function isAfter(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) > 0
}

function isLess(first: Fraction, second: Fraction): boolean {
  return minus(first, second).numerator < 0n
}

function atLeast(value: bigint, least: bigint): bigint {
  return value < least ? least : value
}

function atMost(value: bigint, most: bigint): bigint {
  return value > most ? most : value
}
