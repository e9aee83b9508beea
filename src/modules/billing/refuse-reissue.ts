import { negate, toWire } from "#kit/money.ts"
import type { Facts, Language } from "#kit/refusal.ts"
import { sayRefusal } from "#kit/refusal.ts"
import { spellAmount } from "#kit/spelling.ts"
import { billingRefusals } from "./errors.ts"
import type { LoadedReissue } from "./load-reissue.ts"

export function refuseReissue(loaded: LoadedReissue, language: Language): never {
  throw refusalOf(loaded, language)
}

/** The same words, where nobody has asked for it yet: the preview says what is in the way. */
export function sayHindrance(loaded: LoadedReissue, language: Language): string | null {
  return loaded.plan.hindrance ? sayRefusal(refusalOf(loaded, language), language) : null
}

function refusalOf({ plan, invoice, replacedBy }: LoadedReissue, language: Language) {
  const facts: Facts = {
    number: replacedBy?.number ?? invoice.number,
    total: spellAmount(toWire(plan.document.total), language),
    more: spellAmount(toWire(negate(plan.difference)), language),
  }
  const because = plan.hindrance ?? "same"
  // At a page that shows the sum as it was invoiced.
  if (because === "being_paid") return billingRefusals.create("billing.request_being_paid", facts)
  return billingRefusals.create(`billing.reissue_${because}`, facts)
}
