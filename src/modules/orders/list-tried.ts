import { and, eq, isNotNull, notInArray, sql } from "drizzle-orm"
import { findProductsOf } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { orderItems, orderRows } from "./tables.ts"

export interface Tried {
  readonly productId: string
}

/** Somebody who has tried more than this has found a hole; they get no further one. */
const MOST = 200

/** What a customer has tried, by any of the accounts of their mailbox. What came to nothing doesn't count. */
export async function listTried(ctx: Context, _reach: Reach, accountId: string): Promise<Tried[]> {
  // Found first, and then their orders: as a join all accounts were gone through for each of them.
  const ofMailbox = sql`array(select other.id from identity.accounts as own
    join identity.accounts as other on other.tenant_id = own.tenant_id and other.email = own.email
    where own.id = ${accountId})`
  const rows = await ctx.db
    .selectDistinct({ planId: orderItems.planId })
    .from(orderItems)
    .innerJoin(
      orderRows,
      and(eq(orderRows.tenantId, orderItems.tenantId), eq(orderRows.id, orderItems.orderId)),
    )
    .where(
      and(
        sql`${orderRows.accountId} = any(${ofMailbox})`,
        notInArray(orderRows.state, ["withdrawn", "rejected"]),
        isNotNull(orderItems.trial),
      ),
    )
    .limit(MOST)
  if (rows.length === 0) return []
  const productIds = await findProductsOf(
    ctx,
    { kind: "all" },
    rows.map(({ planId }) => planId),
  )
  return productIds.map((productId) => ({ productId }))
}
