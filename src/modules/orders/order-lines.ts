import { type DocumentLineInput, factsOfDiscount } from "#billing"
import { isSame, money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { DiscountedItem } from "./cart.ts"

const cycleWords = {
  hourly: { en: "1 hour", ko: "1시간" },
  daily: { en: "1 day", ko: "1일" },
  monthly: { en: "1 month", ko: "1개월" },
  quarterly: { en: "3 months", ko: "3개월" },
  semiannual: { en: "6 months", ko: "6개월" },
  annual: { en: "12 months", ko: "12개월" },
  biennial: { en: "24 months", ko: "24개월" },
  triennial: { en: "36 months", ko: "36개월" },
  one_time: { en: "once", ko: "1회" },
} as const

const setupWords = { en: "set-up", ko: "설치비" } as const

/** What the buyer will read on the paper, line by line, in the language of the order. */
export function planOrderLines(one: DiscountedItem, language: Language): DocumentLineInput[] {
  const { item, plan, charged, setup } = one
  const title = `${plan.planName[language]} · ${item.hostname}`
  const base = {
    planId: plan.planId,
    priceId: plan.priceId,
    quantity: BigInt(item.quantity),
    cycle: plan.cycle,
  }
  const recurring: DocumentLineInput = {
    ...base,
    words: `${title} (${[cycleWords[plan.cycle][language], ...codesOf(one)].join(", ")})`,
    unit: charged,
    rule: "catalogue price × quantity",
    ...factsOfDiscount(plan.unit, charged, codesOf(one)),
  }
  if (isSame(plan.setupFee, money(0n, plan.setupFee.currency))) return [recurring]
  const setupLine: DocumentLineInput = {
    ...base,
    words: `${title} (${[setupWords[language], ...(one.waiver ? [one.waiver.code] : [])].join(", ")})`,
    unit: setup,
    cycle: null,
    rule: "set-up fee × quantity",
    ...factsOfDiscount(plan.setupFee, setup, one.waiver ? [one.waiver.code] : []),
  }
  return [recurring, setupLine]
}

function codesOf({ off }: DiscountedItem): string[] {
  return off.map(({ coupon }) => coupon.code)
}
