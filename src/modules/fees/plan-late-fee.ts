import { type Currency, type Money, money } from "#kit/money.ts"
import type { LateFeeRule } from "./late-fee-rules.ts"

/** What the shop decided: nothing, a sum per currency, or a part of what is owed; once per invoice, so many days late. */
export interface LateFeePolicy {
  readonly kind: "none" | "fixed" | "percent"
  readonly afterDays: number
  /** Hundredths of a percent: 250 is 2.5 %. */
  readonly basisPoints: number
  readonly amounts: Partial<Record<Currency, string>>
}

export const defaultLateFeePolicy: LateFeePolicy = {
  kind: "none",
  afterDays: 14,
  basisPoints: 0,
  amounts: {},
}

export interface LateFeeFacts {
  readonly policy: LateFeePolicy
  readonly rule: LateFeeRule | null
  readonly owed: Money
  readonly dueOn: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  /** A payment was promised, or the customer disputes it and staff said so. */
  readonly isHeldOff: boolean
}

export interface LateFeePlan {
  readonly fee: Money
  readonly days: number
  /** By the policy alone, and what the law lets at most. */
  readonly wished: Money
  readonly most: Money
}

/**
 * The late fee of one invoice today; undefined where there is none. Pure. Never above what the law of the day lets for
 * the days it is late, both rounded down: half a won is not asked for.
 */
export function planLateFee({
  policy,
  rule,
  owed,
  dueOn,
  today,
  isHeldOff,
}: LateFeeFacts): LateFeePlan | undefined {
  const days = dueOn.until(today, { largestUnit: "days" }).days
  if (policy.kind === "none" || isHeldOff || !rule || days < policy.afterDays || days < 1) return undefined
  const wished =
    policy.kind === "fixed"
      ? BigInt(policy.amounts[owed.currency] ?? "0")
      : (owed.minor * BigInt(policy.basisPoints)) / 10_000n
  const most = (owed.minor * BigInt(rule.mostPercentAYear) * BigInt(days)) / 36_500n
  const fee = wished < most ? wished : most
  if (fee <= 0n) return undefined
  const inCurrency = (minor: bigint) => money(minor, owed.currency)
  return { fee: inCurrency(fee), days, wished: inCurrency(wished), most: inCurrency(most) }
}
