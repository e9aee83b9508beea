import { type DocumentLineInput, factsOfPrice, nameParts, writeParts } from "#billing"
import type { PlanTrial } from "#catalog"
import { isSame, type Money, money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { DiscountedItem } from "./cart.ts"
import { listUnitOf, partsOf } from "./item-parts.ts"

export const SETUP_RULE = "set-up fee × quantity"

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

export const setupWords = { en: "set-up", ko: "설치비" } as const

/** What the buyer will read on the paper, line by line, in the language of the order. What is tried first is not on it. */
export function planOrderLines(
  one: DiscountedItem & { readonly orderItemId?: string; readonly trial: PlanTrial | null },
  language: Language,
): DocumentLineInput[] {
  const { item, plan, charged, orderItemId } = one
  const parts = partsOf(one)
  const title = `${plan.planName[language]} · ${item.hostname}`
  const base = {
    planId: plan.planId,
    priceId: plan.priceId,
    quantity: BigInt(item.quantity),
    cycle: plan.cycle,
  }
  // Which line of the order it is: its subscription finds what paid for it, also beside another of the same plan.
  const own: Record<string, string> = orderItemId ? { orderItemId } : {}
  const recurring: DocumentLineInput = {
    ...base,
    words: `${title}${nameParts(parts, language)} (${[cycleWords[plan.cycle][language], ...codesOf(one)].join(", ")})`,
    unit: charged,
    rule: "catalogue price × quantity",
    ...factsOfPrice({
      list: listUnitOf(one),
      unit: charged,
      codes: codesOf(one),
      parts: { ...writeParts(parts), ...own },
    }),
  }
  return [...(one.trial ? [] : [recurring]), ...setupLines(one, { base, title, language })]
}

/** The plan's own, and one for each chosen thing that has one: paid once, by the piece. */
function setupLines(
  { plan, chosen, setup, waiver }: DiscountedItem,
  of: {
    readonly base: Pick<DocumentLineInput, "planId" | "priceId" | "quantity">
    readonly title: string
    readonly language: Language
  },
): DocumentLineInput[] {
  const { base, title, language } = of
  const codes = waiver ? [waiver.code] : []
  const line = (words: string, unit: Money) => ({
    ...base,
    words: `${title} (${words})`,
    unit,
    cycle: null,
    rule: SETUP_RULE,
  })
  const nothing = money(0n, plan.setupFee.currency)
  const own = {
    ...line([setupWords[language], ...codes].join(", "), setup),
    ...factsOfPrice({ list: plan.setupFee, unit: setup, codes }),
  }
  const ofOptions = chosen.filter((one) => !isSame(one.setup, nothing))
  return [
    ...(isSame(plan.setupFee, nothing) ? [] : [own]),
    ...ofOptions.map((one) => line(`${one.words[language]}, ${setupWords[language]}`, one.setup)),
  ]
}

function codesOf({ off }: DiscountedItem): string[] {
  return off.map(({ coupon }) => coupon.code)
}
