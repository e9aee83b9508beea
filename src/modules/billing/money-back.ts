import { type Currency, money } from "#kit/money.ts"
import type { RefundBasis, RefundPolicy } from "./plan-refund.ts"

export interface StoredRefundPolicy {
  readonly windowDays: number
  readonly basis: RefundBasis
  readonly fees: Partial<Record<Currency, string>>
  readonly capPercent: number
  /** What was delivered for a purchase that was taken back stands still for so many days, and is deleted then. */
  readonly holdDays: number
}

export interface FoundRefundPolicy extends StoredRefundPolicy {
  readonly source: "house" | "shop" | "product"
}

/** For so long, unless a shop says otherwise. */
export const HOLD_DAYS = 7

/** The row that holds for the whole shop. */
export const SHOP_POLICY = "policy"

/** The same in one currency, as a refund is computed by it. */
export function readRefundPolicy(stored: StoredRefundPolicy, currency: Currency): RefundPolicy {
  const { windowDays, basis, fees, capPercent } = stored
  return {
    windowDays,
    basis,
    fee: money(BigInt(fees[currency] ?? "0"), currency),
    cap: { numerator: BigInt(capPercent), denominator: 100n },
  }
}
