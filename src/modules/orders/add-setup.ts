import type { SubscriptionChange } from "#billing"
import { add, type Money, subtract } from "#kit/money.ts"

/** What is paid once comes on top of the difference. Nothing is mixed with what goes back: that is refused before. */
export function addSetup<Change extends SubscriptionChange>(
  change: Change,
  { setup, gatewayLeast }: { readonly setup: Money; readonly gatewayLeast: Money },
): Change {
  if (setup.minor === 0n || change.outcome === "give_back") return change
  const amount = add(subtract(change.due, change.unused), setup)
  return { ...change, amount, outcome: amount.minor < gatewayLeast.minor ? "waived" : "pay" }
}
