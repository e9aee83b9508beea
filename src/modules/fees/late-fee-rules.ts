import type { Say } from "#kit/refusal.ts"

/** What a country's law lets a seller ask for a late payment at most, by the year, and on which ground. */
export interface LateFeeRule {
  readonly country: string
  /** The first day on which it holds. */
  readonly from: string
  /** Of what is owed, for each day so many parts of 365. */
  readonly mostPercentAYear: number
  readonly ground: Say
}

const korea = {
  en: "Interest Limitation Act and its decree: the highest rate for one year",
  ko: "이자제한법 및 같은 법 시행령의 최고이자율(연 기준)",
}

/** Of the seller's country. Where none stands here, no late fee is asked for. Dated, never rewritten. */
export const lateFeeRules: readonly LateFeeRule[] = [
  { country: "KR", from: "2018-02-08", mostPercentAYear: 24, ground: korea },
  { country: "KR", from: "2021-07-07", mostPercentAYear: 20, ground: korea },
]

/** The newest rule of the country that holds on the day on which the invoice was due. */
export function findLateFeeRule(
  wanted: { readonly country: string; readonly on: Temporal.PlainDate },
  rules = lateFeeRules,
): LateFeeRule | null {
  const holding = rules.filter(
    (rule) => rule.country === wanted.country && Temporal.PlainDate.compare(rule.from, wanted.on) <= 0,
  )
  return holding.toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))[0] ?? null
}
