import type { ApiClient } from "../../api-context.ts"

type Customer = Awaited<ReturnType<ApiClient["customers"]["get"]>>

/** What a customer pays in, as far as their page knows it: a paper for them begins in it. */
export function payingCurrency({ openRequests, balances }: Pick<Customer, "openRequests" | "balances">) {
  return openRequests[0]?.total.currency ?? balances[0]?.amount.currency
}
