import type { Say } from "#kit/refusal.ts"

/** What a country's law wants before a trial is paid for. */
export interface TrialRule {
  readonly country: string
  /** The first day on which it holds. */
  readonly from: string
  /**
   * A consumer's consent to being charged counts for so many days and no longer: what was agreed to earlier is asked
   * anew. Null: what was agreed to with the order holds.
   */
  readonly consentDays: number | null
  /** The end of a trial and what comes then is told at least so many days before. */
  readonly noticeDays: number
  readonly ground: Say
}

/** Of the seller's country. Dated, and never rewritten: another rule is another row. */
export const trialRules: readonly TrialRule[] = [
  {
    country: "KR",
    from: "2025-02-14",
    consentDays: 30,
    noticeDays: 7,
    ground: {
      en: "Korean e-commerce act, article 13(6) and decree article 20-2: consent within 30 days before the first charge after a free period. Card companies require 7 days' notice",
      ko: "전자상거래법 제13조 제6항 및 시행령 제20조의2(무료에서 유료로 전환되기 전 30일 이내 동의), 여신금융 약관(결제 7일 전 고지)",
    },
  },
]

/** Where no country says anything: what was agreed to with the order holds, and card companies want a week's notice. */
export const houseTrialRule: TrialRule = {
  country: "",
  from: "1970-01-01",
  consentDays: null,
  noticeDays: 7,
  ground: {
    en: "Company policy: consent with the order, notice a week before",
    ko: "회사 규정: 주문 시 동의, 결제 7일 전 안내",
  },
}

/** The newest rule of the country that holds on the day on which the trial ends. */
export function findTrialRule(
  wanted: { readonly country: string; readonly on: Temporal.PlainDate },
  rules = trialRules,
): TrialRule {
  const holding = rules.filter(
    (rule) => rule.country === wanted.country && Temporal.PlainDate.compare(rule.from, wanted.on) <= 0,
  )
  return (
    holding.toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))[0] ?? houseTrialRule
  )
}

/** The first day on which agreeing to be charged on that day counts; null: it counts whenever. */
export function consentFrom(
  { consentDays }: Pick<TrialRule, "consentDays">,
  facts: { readonly chargeOn: Temporal.PlainDate; readonly isBusiness: boolean },
): Temporal.PlainDate | null {
  if (consentDays === null || facts.isBusiness) return null
  return facts.chargeOn.subtract({ days: consentDays })
}
