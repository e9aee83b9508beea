import {
  compareFractions,
  type Fraction,
  fraction,
  multiplied,
  readFraction,
  roundHalfUp,
} from "#kit/fraction.ts"
import { toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { decimalText, groupDigits, spellAmount, spellUnitPrice } from "#kit/spelling.ts"
import type { RuleFacts } from "./document.ts"
import type { UsagePlan } from "./plan-usage.ts"

const words = {
  en: {
    used: "Used {used} {unit}, of which {included} {unit} are included: {billable} {unit} are charged.",
    short: "What is included is for {days} of the month's {of} days.",
    packages: "In packages of {size} {unit}, begun ones as whole ones: {count}.",
    sum: "{steps} = {amount}, rounded once.",
    none: "Nothing is charged for it.",
  },
  ko: {
    used: "사용량 {used}{unit} 중 기본 제공량 {included}{unit}을(를) 뺀 {billable}{unit} 청구",
    short: "기본 제공량은 한 달 {of}일 중 {days}일에 해당하는 양입니다.",
    packages: "{size}{unit} 단위 패키지(미만은 올림): {count}개",
    sum: "{steps} = {amount} (합계에서 한 번만 반올림)",
    none: "청구 금액 없음",
  },
} as const

/** How use became an amount, in steps that a pencil can repeat. */
export function explainUse(facts: RuleFacts, plan: UsagePlan, language: Language): string[] {
  const say = words[language]
  const unit = facts[language === "ko" ? "unitKo" : "unitEn"] ?? ""
  const read = (name: string) => sayQuantity(readFraction(facts[name] ?? "0"))
  const isShort = facts["days"] !== facts["of"] && facts["included"] !== "0"
  const given = { unit, used: read("used"), included: read("included"), billable: sayQuantity(plan.billable) }
  const { currency } = plan.amount
  const steps = plan.steps.map(
    ({ quantity, unitPrice }) =>
      `${sayQuantity(quantity)} × ${spellUnitPrice(unitPrice, currency, language)}`,
  )
  const amount = spellAmount(toWire(plan.amount), language)
  const size = facts["packageSize"]
  const count = plan.steps[0]?.quantity.numerator.toString() ?? "0"
  return [
    fill(say.used, given),
    ...(isShort ? [fill(say.short, { days: facts["days"] ?? "", of: facts["of"] ?? "" })] : []),
    ...(size === undefined || steps.length === 0 ? [] : [fill(say.packages, { size, unit, count })]),
    steps.length === 0 ? say.none : fill(say.sum, { steps: steps.join(" + "), amount }),
  ]
}

/** At most four decimals, for reading: "1,234.5"; the exact number stands in the facts. */
export function sayQuantity(quantity: Fraction): string {
  const places = 4
  const scaled = roundHalfUp(multiplied(quantity, fraction(10n ** BigInt(places))))
  const text = decimalText(scaled.toString(), places)
  const trimmed = text.includes(".") ? text.replace(/\.?0+$/, "") : text
  return compareFractions(quantity, fraction(0n)) === 0 ? "0" : groupDigits(trimmed)
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")
}
