import { and, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { money, toWire } from "#kit/money.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import type { redemptionShape } from "./coupon-contract.ts"
import { redemptions } from "./coupon-tables.ts"

export type RedemptionView = z.infer<typeof redemptionShape>

export async function listRedemptions(
  ctx: Context,
  _reach: Reach,
  filter: TimedFilter & { readonly id: string; readonly limit: number },
): Promise<Page<RedemptionView>> {
  const { after, orderBy } = keysetOf(filter, redemptions.redeemedAt, redemptions.id)
  const accountName = sql<string>`(select coalesce(a.company, a.name) from identity.accounts as a
    where a.tenant_id = ${redemptions}.tenant_id and a.id = ${redemptions}.account_id)`
  const rows = await ctx.db
    .select({ redemption: redemptions, accountName })
    .from(redemptions)
    .where(and(eq(redemptions.couponId, filter.id), after))
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, ({ redemption }) => [
    redemption.redeemedAt.toString(),
    redemption.id,
  ])
  return { items: page.items.map(describeRedemption), next: page.next }
}

function describeRedemption(row: {
  readonly redemption: typeof redemptions.$inferSelect
  readonly accountName: string
}): RedemptionView {
  const { id, orderId, accountId, arm, amountMinor, currency, redeemedAt } = row.redemption
  const amount = toWire(money(amountMinor, currency))
  return {
    id,
    orderId,
    accountId,
    accountName: row.accountName,
    arm,
    amount,
    redeemedAt: redeemedAt.toString(),
  }
}
