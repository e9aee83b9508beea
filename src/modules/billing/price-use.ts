import type { Fraction } from "#kit/fraction.ts"
import type { Money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { explainUse } from "./explain-use.ts"
import type { MeteredMonth } from "./find-metered-month.ts"
import { planUse, writeUse } from "./usage-rule.ts"

/** What so much use of a month costs, by the rule that its line will be written by. */
export function priceUse(
  { currency, ...month }: Pick<MeteredMonth, "currency" | "pieces" | "days" | "of">,
  of: { readonly meter: MeteredMonth["meters"][number]; readonly used: Fraction },
  language: Language,
): { readonly amount: Money; readonly steps: readonly string[] } {
  const facts = writeUse({ ...month, ...of })
  const plan = planUse(facts, currency)
  return { amount: plan.amount, steps: explainUse(facts, plan, language) }
}
