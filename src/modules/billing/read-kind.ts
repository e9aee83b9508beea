import type { Currency } from "#kit/money.ts"
import type { Cycle, SubscriptionState } from "./subscription.ts"

export interface CountedKind {
  readonly currency: Currency
  readonly state: SubscriptionState
  readonly cycle: Cycle
}

/** As the column puts it together: "KRW active monthly". */
export function readKind(countedAs: string): CountedKind {
  const [currency, state, cycle] = countedAs.split(" ") as [Currency, SubscriptionState, Cycle]
  return { currency, state, cycle }
}
