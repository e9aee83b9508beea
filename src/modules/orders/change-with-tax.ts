import { type SubscriptionChange, withTax } from "#billing"
import type { Money } from "#kit/money.ts"
import type { ChangeFacts } from "./load-change.ts"

/** A difference as it is paid: more is taxed as it is sold now, less comes back as it was taxed when it was bought. */
export function changeWithTax(
  { tax, periods }: Pick<ChangeFacts, "tax" | "periods">,
  planId: string,
  change: Pick<SubscriptionChange, "amount" | "outcome">,
): Money {
  const bought = change.outcome === "give_back" ? periods.find((one) => one.tax !== null)?.tax : null
  return withTax(change.amount, bought ?? { taxIncluded: tax.taxIncluded, ...tax.ofPlan(planId) })
}
