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
  const ofMailbox = sql`(select other.id from identity.accounts as other
    join identity.accounts as own on own.tenant_id = other.tenant_id and own.id = ${accountId}
    where other.id = own.id or other.email = own.email)`
  const rows = await ctx.db
    .selectDistinct({ planId: orderItems.planId })
    .from(orderItems)
    .innerJoin(
      orderRows,
      and(eq(orderRows.tenantId, orderItems.tenantId), eq(orderRows.id, orderItems.orderId)),
    )
    .where(
      and(
        sql`${orderRows.accountId} in ${ofMailbox}`,
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
