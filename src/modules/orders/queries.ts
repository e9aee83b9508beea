import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { accounts } from "#identity/tables"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { orderShape } from "./contract.ts"
import { orderRefusals } from "./errors.ts"
import { canMove, type OrderState } from "./order.ts"
import { orderRows, orderServices } from "./tables.ts"

export type OrderView = z.infer<typeof orderShape>

export interface OrderFilter {
  readonly limit: number
  readonly after?: string | undefined
  readonly state?: OrderState | undefined
  readonly accountId?: string | undefined
}

export async function getOrder(ctx: Context, reach: Reach, orderId: string): Promise<OrderView> {
  const [row] = await selectOrders(ctx, [withinReach(reach), eq(orderRows.id, orderId)], 1)
  return row ? describeOrder(ctx, row) : orderRefusals.refuse("orders.order_missing", { orderId })
}

export async function listOrders(ctx: Context, reach: Reach, filter: OrderFilter): Promise<Page<OrderView>> {
  const key = decodeKey(filter.after, 2)
  const rows = await selectOrders(
    ctx,
    [
      withinReach(reach),
      filter.state ? eq(orderRows.state, filter.state) : undefined,
      filter.accountId ? eq(orderRows.accountId, filter.accountId) : undefined,
      key ? sql`(${orderRows.createdAt}, ${orderRows.id}) < (${key[0]}::timestamptz, ${key[1]})` : undefined,
    ],
    filter.limit + 1,
  )
  const page = cutPage(rows, filter.limit, (row) => [row.order.createdAt.toString(), row.order.id])
  return { items: page.items.map((row) => describeOrder(ctx, row)), next: page.next }
}

function withinReach(reach: Reach): SQL | undefined {
  return reach.kind === "accounts" ? inArray(orderRows.accountId, [...reach.accountIds]) : undefined
}

interface OrderRow {
  readonly order: typeof orderRows.$inferSelect
  readonly accountName: string
  readonly serviceIds: string[]
}

function selectOrders(
  ctx: Context,
  conditions: readonly (SQL | undefined)[],
  limit: number,
): Promise<OrderRow[]> {
  const serviceIds = sql<string[]>`array(select ${orderServices.serviceId} from ${orderServices} where
    ${orderServices.tenantId} = ${orderRows.tenantId} and ${orderServices.orderId} = ${orderRows.id}
    order by ${orderServices.id})`
  return ctx.db
    .select({ order: orderRows, accountName: accounts.name, serviceIds })
    .from(orderRows)
    .innerJoin(accounts, and(eq(accounts.tenantId, orderRows.tenantId), eq(accounts.id, orderRows.accountId)))
    .where(and(...conditions))
    .orderBy(desc(orderRows.createdAt), desc(orderRows.id))
    .limit(limit)
}

function describeOrder(ctx: Context, { order, accountName, serviceIds }: OrderRow): OrderView {
  const mayDecide = ctx.actor.kind === "staff" && order.state === "awaiting_approval"
  return {
    id: order.id,
    number: order.number,
    accountId: order.accountId,
    accountName,
    state: order.state,
    total: toWire(money(order.totalMinor, order.currency)),
    paymentRequestId: order.paymentRequestId,
    invoiceId: order.invoiceId,
    serviceIds,
    createdAt: order.createdAt.toString(),
    paidAt: order.paidAt?.toString() ?? null,
    needsAttention: order.needsAttention,
    can: {
      approve: mayDecide && canMove(order.state, "paid"),
      reject: mayDecide && canMove(order.state, "rejected"),
    },
  }
}
