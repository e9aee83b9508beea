import type { NewId } from "#kit/id.ts"
import type { DocumentLine, StoredReason } from "./document.ts"

/** A line as both tables keep it. */
export function lineRow(newId: NewId, line: DocumentLine, position: number) {
  return {
    id: newId("lin"),
    position,
    words: line.words,
    periodStart: line.periodStart,
    periodEnd: line.periodEnd,
    subscriptionId: line.subscriptionId,
    cycles: line.cycles,
    netMinor: line.net.minor,
    taxMinor: line.tax.minor,
    grossMinor: line.gross.minor,
    taxRateNumerator: line.taxRate.numerator,
    taxRateDenominator: line.taxRate.denominator,
    reason: storeReason(line),
  }
}

export function storeReason({ reason }: DocumentLine): StoredReason {
  const { planId, priceId, cycle, rule, quantity, unit, facts } = reason
  return {
    planId,
    priceId,
    cycle,
    rule,
    quantity: quantity.toString(),
    unitMinor: unit.minor.toString(),
    ...(facts ? { facts } : {}),
  }
}
