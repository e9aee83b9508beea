import type { StoredLine } from "./queries.ts"
import type { Subscription } from "./subscription.ts"

/** The first order has one line for all pieces of an item; later lines name their subscription. */
export function isLineOf(
  { id, priceId, orderItemId }: Pick<Subscription, "id" | "priceId" | "orderItemId">,
  { subscriptionId, reason }: StoredLine,
): boolean {
  if (subscriptionId) return subscriptionId === id
  if (reason.cycle === null) return false
  const itemId = reason.facts?.["orderItemId"]
  return orderItemId && itemId ? itemId === orderItemId : reason.priceId === priceId
}
