import { divideHalfUp, type Money, money } from "#kit/money.ts"
import type { LineReason } from "./document.ts"
import { CHANGE_RULE, readChange, recomputeAmount } from "./line-rule.ts"
import { readParts } from "./price-parts.ts"

/** One piece of a price: a cycle's, and the set-up's. */
export interface PricePair {
  readonly unit: Money
  readonly setupFee: Money
}

export interface CorrectionFacts {
  /** What the line was computed from, and what it came to with its tax. */
  readonly reason: LineReason
  readonly gross: Money
  /** What is left of it: earlier credit notes took the rest. */
  readonly left: Money
  readonly wrong: PricePair
  readonly right: PricePair
}

export type CorrectionPlan =
  | { readonly kind: "credit"; readonly amount: Money; readonly rightGross: Money }
  /** Too little was asked, or what was too much has come back already: nobody is asked for more afterwards. */
  | { readonly kind: "leave"; readonly because: "asked_too_little" | "credited_already" }

/**
 * What goes back of a line that was computed by a wrong price: everything it is computed from stays, but the price
 * of the plan. What was chosen with it stays, and a discount in hundredths keeps its share.
 */
export function planCorrection({ reason, gross, left, wrong, right }: CorrectionFacts): CorrectionPlan {
  const asked = recomputeAmount(reason)
  const due = amountAt(reason, wrong, right)
  if (asked.minor <= due.minor || asked.minor === 0n) return { kind: "leave", because: "asked_too_little" }
  // With or without the tax in it, the line's gross is to its amount what the right one is to the right amount.
  const rightGross = money(divideHalfUp(gross.minor * due.minor, asked.minor), gross.currency)
  const wanted = gross.minor - rightGross.minor
  const minor = wanted < left.minor ? wanted : left.minor
  if (minor <= 0n) return { kind: "leave", because: "credited_already" }
  return { kind: "credit", amount: money(minor, gross.currency), rightGross }
}

function amountAt(reason: LineReason, wrong: PricePair, right: PricePair): Money {
  const isSetup = reason.rule.startsWith("set-up fee")
  const [from, to] = isSetup ? [wrong.setupFee, right.setupFee] : [wrong.unit, right.unit]
  const change = reason.rule === CHANGE_RULE ? readChange(reason) : undefined
  if (!change) {
    const { facts: _facts, ...plain } = reason
    return recomputeAmount({ ...plain, unit: unitAt(reason, from, to) })
  }
  const newCharged = inProportion(change.newCharged, from, to)
  const facts = { ...reason.facts, newChargedMinor: newCharged.minor.toString() }
  return recomputeAmount({ ...reason, facts })
}

/** Only the plan's own part of the price moves: what was chosen with it costs what it did, and a discount keeps its share. */
function unitAt({ unit, facts }: LineReason, from: Money, to: Money): Money {
  const list = facts?.["listUnitMinor"] ? money(BigInt(facts["listUnitMinor"]), unit.currency) : unit
  const own = readParts(facts, unit)[0]?.unit ?? list
  const rightList = money(list.minor - own.minor + inProportion(own, from, to).minor, unit.currency)
  return inProportion(unit, list, rightList)
}

function inProportion(amount: Money, from: Money, to: Money): Money {
  if (from.minor === 0n) return to
  return money(divideHalfUp(amount.minor * to.minor, from.minor), amount.currency)
}
