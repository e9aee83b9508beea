import type { NewId } from "#kit/id.ts"
import { type Currency, money } from "#kit/money.ts"
import type { DocumentLine, StoredReason } from "./document.ts"
import type { paymentRequestLines } from "./tables.ts"

export type StoredLine = DocumentLine & { readonly id: string }

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

type LineRow = Omit<typeof paymentRequestLines.$inferSelect, "tenantId" | "requestId">

/** Back from either of them. */
export function readLine(row: LineRow, currency: Currency): StoredLine {
  const { planId, priceId, cycle, rule, quantity, unitMinor, facts } = row.reason
  return {
    id: row.id,
    words: row.words,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    subscriptionId: row.subscriptionId,
    cycles: row.cycles,
    net: money(row.netMinor, currency),
    tax: money(row.taxMinor, currency),
    gross: money(row.grossMinor, currency),
    taxRate: { numerator: row.taxRateNumerator, denominator: row.taxRateDenominator },
    reason: {
      planId,
      priceId,
      cycle,
      rule,
      quantity: BigInt(quantity),
      unit: money(BigInt(unitMinor), currency),
      ...(facts ? { facts } : {}),
    },
  }
}
