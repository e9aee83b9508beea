import { and, inArray, isNull, type SQL } from "drizzle-orm"
import type { Reach } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

export function readSubscription(row: typeof subscriptions.$inferSelect): Subscription {
  const {
    tenantId: _tenant,
    currency,
    unitMinor,
    nextMinor: _next,
    turnMinor: _turn,
    countedAs: _kind,
    ...rest
  } = row
  return { ...rest, unit: money(unitMinor, currency) }
}

/** What staff have deleted, staff alone see. */
export function isSubscriptionWithin(reach: Reach): SQL | undefined {
  if (reach.kind !== "accounts") return undefined
  return and(inArray(subscriptions.accountId, [...reach.accountIds]), isNull(subscriptions.deletedAt))
}
