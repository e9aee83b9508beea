import { and, inArray, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { PricedAgreement } from "./list-priced.ts"
import { isRunning } from "./subscription.ts"
import { isSubscriptionWithin, readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Those of the named agreements that run, by their id. */
export async function listAgreements(
  ctx: Context,
  reach: Reach,
  ids: readonly string[],
): Promise<Map<string, PricedAgreement>> {
  if (ids.length === 0) return new Map()
  const isBusiness = sql<boolean>`exists (select from identity.accounts as a
    where a.tenant_id = ${subscriptions.tenantId} and a.id = ${subscriptions.accountId} and a.kind = 'business')`
  const rows = await ctx.db
    .select({ row: subscriptions, isBusiness })
    .from(subscriptions)
    .where(and(inArray(subscriptions.id, [...ids]), isSubscriptionWithin(reach)))
    .limit(ids.length)
  return new Map(
    rows.flatMap(({ row, isBusiness: business }) => {
      const one = readSubscription(row)
      return isRunning(one) ? [[one.id, { one, isBusiness: business }] as const] : []
    }),
  )
}
