import { inArray, type SQL } from "drizzle-orm"
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

export function isSubscriptionWithin(reach: Reach): SQL | undefined {
  return reach.kind === "accounts" ? inArray(subscriptions.accountId, [...reach.accountIds]) : undefined
}
