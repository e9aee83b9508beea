import { type Money, money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"

/** Where consumers in other member states are taxed, by what is sold to all of them in a calendar year. */
export interface EuSalesRule {
  /** The first day on which it holds. */
  readonly from: string
  /** Up to it the seller's own country may tax them; from the sale that goes beyond it, theirs does. Also the year after. */
  readonly limit: Money
  /** Up to it one proof of a consumer's place is enough; beyond it two that agree are wanted. */
  readonly proofLimit: Money
  readonly ground: Say
}

/** Dated, and never rewritten: another rule is another row. */
export const euSalesRules: readonly EuSalesRule[] = [
  {
    from: "2021-07-01",
    limit: money(1_000_000n, "EUR"),
    proofLimit: money(10_000_000n, "EUR"),
    ground: {
      en: "EU Directive 2006/112, article 59c: €10,000 a year of electronic services and distance sales to consumers in other member states. Implementing Regulation 282/2011, article 24b: one proof of place below €100,000",
      ko: "EU 지침 2006/112 제59c조: 다른 회원국 소비자 대상 전자 용역·원격 판매 연 10,000유로, 시행규칙 282/2011 제24b조: 연 100,000유로 미만은 소재지 증빙 1건",
    },
  },
]

/** Before this share of the limit nobody has to do anything. */
export const NEAR_PERCENT = 80n
