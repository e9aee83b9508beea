import { type Money, money } from "#kit/money.ts"
import { type EuSalesRule, euSalesRules, NEAR_PERCENT } from "./eu-sales-rules.ts"
import type { EuSalesStanding } from "./tax-report-contract.ts"

export interface EuSalesFacts {
  readonly today: Temporal.PlainDate
  readonly sold: Money
  readonly soldBefore: Money
  /** Declared for all member states by the One-Stop-Shop: each consumer's country taxes already. */
  readonly isByOss: boolean
}

export interface EuSalesPlan {
  readonly rule: EuSalesRule
  /** Of the limit, cut off: 100 is all of it. */
  readonly percent: number
  readonly standing: EuSalesStanding
}

/** How near to the limit, and whether somebody has to do something about it. Pure. */
export function planEuSales(facts: EuSalesFacts, rules = euSalesRules): EuSalesPlan | undefined {
  const { today, sold, soldBefore, isByOss } = facts
  const rule = rules
    .filter(({ from }) => Temporal.PlainDate.compare(from, today) <= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))[0]
  if (!rule) return undefined
  const { limit } = rule
  const percent = sold.minor <= 0n ? 0n : (sold.minor * 100n) / limit.minor
  return { rule, percent: Number(percent), standing: standingOf() }

  function standingOf(): EuSalesStanding {
    if (isByOss) return "by_oss"
    if (sold.minor > limit.minor) return "passed"
    if (soldBefore.minor > limit.minor) return "passed_before"
    return percent >= NEAR_PERCENT ? "near" : "below"
  }
}

export function euro(minor: bigint): Money {
  return money(minor, "EUR")
}
