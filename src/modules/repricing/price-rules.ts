import type { Money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"

export const needs = ["consent", "notice", "none"] as const
/** What a customer has to do about another price: agree, be told in time, or nothing. */
export type Need = (typeof needs)[number]

/** One case of a country's rule. */
export interface PriceCase {
  readonly need: Need
  /** At least so many days lie between the day somebody is asked or told and the first day of the other price. */
  readonly leastDays: number
  /** Nobody is asked or told earlier than so many days before: what was said long ago is forgotten. */
  readonly mostDays: number
}

/** What a country's law wants of whoever changes the price of an agreement that goes on. */
export interface PriceRule {
  readonly country: string
  /** The first day on which it holds. */
  readonly from: string
  /** A consumer pays more. */
  readonly rise: PriceCase
  /** What was free costs a consumer something. */
  readonly fromFree: PriceCase
  /** A business pays more: what was agreed says how; the house tells it in time. */
  readonly business: PriceCase
  readonly ground: Say
}

const korea = {
  rise: { need: "consent", leastDays: 7, mostDays: 30 },
  fromFree: { need: "consent", leastDays: 7, mostDays: 30 },
  business: { need: "notice", leastDays: 7, mostDays: 30 },
  ground: {
    en: "Korean e-commerce act, article 13(6) and decree article 20-2: consent within 30 days before a price rise or the first charge after a free period, naming the day, both prices and how to cancel. Card companies require 7 days' notice",
    ko: "전자상거래법 제13조 제6항 및 시행령 제20조의2(대금 인상·유료 전환 전 30일 이내 동의, 일시·변동 전후 금액·취소 방법 고지), 여신금융 약관(결제 7일 전 고지)",
  },
} as const

const union = {
  rise: { need: "notice", leastDays: 30, mostDays: 60 },
  fromFree: { need: "consent", leastDays: 30, mostDays: 60 },
  business: { need: "notice", leastDays: 30, mostDays: 60 },
  ground: {
    en: "EU Directive 2019/770, article 19: notice on a durable medium such as e-mail in reasonable time, and cancellation within 30 days free of charge. EU Directive 2011/83, article 22: express consent before a free service is charged",
    ko: "EU 지침 2019/770 제19조(내구성 있는 매체로 합리적 기간 전 통지, 30일 내 무상 해지), 2011/83 제22조(무료에서 유료로 바뀔 때 명시적 동의)",
  },
} as const

const unionCountries =
  "AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ")

/** Of the seller's country. Dated, and never rewritten: another rule is another row. */
export const priceRules: readonly PriceRule[] = [
  { country: "KR", from: "2025-02-14", ...korea },
  ...unionCountries.map((country) => ({ country, from: "2022-01-01", ...union })),
]

/** Where no country says anything: told two weeks before at least, and asked where it was free. */
export const housePriceRule: PriceRule = {
  country: "",
  from: "1970-01-01",
  rise: { need: "notice", leastDays: 14, mostDays: 45 },
  fromFree: { need: "consent", leastDays: 14, mostDays: 45 },
  business: { need: "notice", leastDays: 14, mostDays: 45 },
  ground: {
    en: "Company policy: no rule of the seller's country is known",
    ko: "회사 규정: 판매자 국가의 법령 기준이 등록되어 있지 않음",
  },
}

/** The newest rule of the country that holds on the day from which the price is another one. */
export function findPriceRule(
  wanted: { readonly country: string; readonly on: Temporal.PlainDate },
  rules = priceRules,
): PriceRule {
  const holding = rules.filter(
    (rule) => rule.country === wanted.country && Temporal.PlainDate.compare(rule.from, wanted.on) <= 0,
  )
  return (
    holding.toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))[0] ?? housePriceRule
  )
}

/** Nobody has to be asked or told that they pay less; they are told all the same. */
const cheaper: Pick<PriceCase, "need" | "leastDays"> = { need: "none", leastDays: 0 }

/** Which case of the rule somebody is, by what one piece costs before and after. */
export function caseOf(
  rule: PriceRule,
  facts: { readonly isBusiness: boolean; readonly before: Money; readonly after: Money },
): PriceCase {
  const { isBusiness, before, after } = facts
  if (after.minor <= before.minor) return { ...cheaper, mostDays: rule.rise.mostDays }
  if (isBusiness) return rule.business
  return before.minor === 0n ? rule.fromFree : rule.rise
}
