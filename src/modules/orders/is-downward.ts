import type { Subscription } from "#billing"
import type { Money } from "#kit/money.ts"
import { chargeWith } from "./charge-with.ts"

/** Whether the next time costs less by the other plan than by this one. */
export function isDownward(
  subscription: Subscription,
  plan: { readonly planId: string; readonly unit: Money },
): boolean {
  const next = { first: subscription.periodNumber, cycles: 1 }
  return chargeWith(subscription, plan)(next).minor < chargeWith(subscription, subscription)(next).minor
}
