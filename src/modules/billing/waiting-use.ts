import { readFraction } from "#kit/fraction.ts"
import type { Currency, Money } from "#kit/money.ts"
import { money } from "#kit/money.ts"
import type { Language, Say } from "#kit/refusal.ts"
import type { DocumentLineInput, RuleFacts } from "./document.ts"
import { sayQuantity } from "./explain-use.ts"
import { USE_RULE } from "./usage-rule.ts"

/** Counted use that nobody has asked for yet, with whom it is asked of and by what. */
export interface WaitingUse {
  readonly id: string
  readonly subscriptionId: string
  readonly accountId: string
  readonly currency: Currency
  readonly collection: string
  readonly methodId: string | null
  readonly planId: string
  readonly priceId: string
  readonly fromOn: string
  readonly toOn: string
  readonly amountMinor: string
  readonly words: Say
  readonly facts: RuleFacts
}

/** For days that are over: it extends nothing. Recomputing its facts gives its amount. */
export function planUseLine(use: WaitingUse, language: Language): DocumentLineInput {
  const unit = use.facts[language === "ko" ? "unitKo" : "unitEn"] ?? ""
  const used = sayQuantity(readFraction(use.facts["used"] ?? "0"))
  return {
    words: `${use.words[language]}: ${used} ${unit}`,
    planId: use.planId,
    priceId: use.priceId,
    cycle: null,
    quantity: 1n,
    unit: amountOf(use),
    rule: USE_RULE,
    facts: use.facts,
    periodStart: Temporal.PlainDate.from(use.fromOn),
    periodEnd: Temporal.PlainDate.from(use.toOn),
    subscriptionId: use.subscriptionId,
    cycles: null,
  }
}

function amountOf({ amountMinor, currency }: WaitingUse): Money {
  return money(BigInt(amountMinor), currency)
}
