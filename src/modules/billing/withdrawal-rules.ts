import type { Say } from "#kit/refusal.ts"
import type { RefundBasis } from "./plan-refund.ts"

/** What a country's law gives a consumer who takes a purchase back, and on which ground. */
export interface CountryWithdrawal {
  readonly country: string
  /** The first day on which it holds. */
  readonly from: string
  readonly windowDays: number
  readonly ground: Say
}

const korea = {
  windowDays: 7,
  ground: {
    en: "Korean e-commerce act, article 17: 7 days from the contract or the start of the service, whichever is later. The unused part is refunded.",
    ko: "전자상거래법 제17조: 계약일과 서비스 개시일 중 늦은 날부터 7일, 이용하지 않은 부분을 환불합니다.",
  },
}

const union = {
  windowDays: 14,
  ground: {
    en: "EU Directive 2011/83, articles 9 and 14(3): 14 days. The price of the days used is deducted.",
    ko: "EU 소비자권리지침 2011/83 제9조 및 제14조 제3항: 14일, 이용한 일수만큼 공제합니다.",
  },
}

const unionCountries =
  "AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ")

/** Of the seller's country; where none stands here, the house's own policy is all there is. Dated, never rewritten. */
export const withdrawalRules: readonly CountryWithdrawal[] = [
  { country: "KR", from: "2002-07-01", ...korea },
  ...unionCountries.map((country) => ({ country, from: "2014-06-13", ...union })),
]

/** The newest rule of the country that holds on the day a purchase was paid; businesses have none. */
export function findWithdrawal(
  wanted: { readonly country: string; readonly on: Temporal.PlainDate; readonly isBusiness: boolean },
  rules = withdrawalRules,
): CountryWithdrawal | null {
  if (wanted.isBusiness) return null
  const holding = rules.filter(
    (rule) => rule.country === wanted.country && Temporal.PlainDate.compare(rule.from, wanted.on) <= 0,
  )
  return holding.toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))[0] ?? null
}

/** What a house gives of its own accord, unless it says otherwise: two weeks, less the discount of the rest. */
export const housePolicy: { readonly windowDays: number; readonly basis: RefundBasis } = {
  windowDays: 14,
  basis: "by_days_less_discount",
}
