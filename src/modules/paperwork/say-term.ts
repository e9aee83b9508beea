import type { Language } from "#kit/refusal.ts"
import type { QuotedPlan } from "./quote.ts"

const terms: Readonly<Record<QuotedPlan["cycle"], Readonly<Record<Language, string>>>> = {
  daily: { en: "1 day", ko: "1일" },
  monthly: { en: "1 month", ko: "1개월" },
  quarterly: { en: "3 months", ko: "3개월" },
  semiannual: { en: "6 months", ko: "6개월" },
  annual: { en: "12 months", ko: "12개월" },
  biennial: { en: "24 months", ko: "24개월" },
  triennial: { en: "36 months", ko: "36개월" },
  one_time: { en: "once", ko: "1회" },
}

export function sayTerm(cycle: QuotedPlan["cycle"], language: Language): string {
  return terms[cycle][language]
}
