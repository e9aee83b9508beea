import { and, asc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { fitsBeginning } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { fitting } from "#kit/few-or-many.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { money, toWire } from "#kit/money.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import { type Cart, type CartItem, hashToken, MOST_CART_LINES } from "./cart.ts"
import type { orderShape } from "./contract.ts"
import { orderRefusals } from "./errors.ts"
import { canMove, type OrderState } from "./order.ts"
import { cartItems, carts, orderItems, orderRows, orderServices } from "./tables.ts"

export type OrderView = z.infer<typeof orderShape>

export interface OrderFilter extends TimedFilter {
  readonly limit: number
  readonly state?: OrderState | undefined
  readonly accountId?: string | undefined
  /** What the number begins with, as people read it out. */
  readonly number?: string | undefined
}

export async function getOrder(ctx: Context, reach: Reach, orderId: string): Promise<OrderView> {
  const [row] = await selectOrders(ctx, [withinReach(reach), eq(orderRows.id, orderId)], { limit: 1 })
  return row ? describeOrder(ctx, row) : orderRefusals.refuse("orders.order_missing", { orderId })
}

export async function listOrders(ctx: Context, reach: Reach, filter: OrderFilter): Promise<Page<OrderView>> {
  const { after, orderBy } = keysetOf(filter, orderRows.createdAt, orderRows.id)
  const rows = await selectOrders(
    ctx,
    [
      withinReach(reach),
      after,
      filter.state ? eq(orderRows.state, filter.state) : undefined,
      filter.accountId ? eq(orderRows.accountId, filter.accountId) : undefined,
      filter.number ? await hasNumber(ctx, filter.number) : undefined,
      plannedAnew(filter.state, filter.accountId, filter.number),
    ],
    { limit: filter.limit + 1, orderBy },
  )
  const page = cutPage(rows, filter.limit, (row) => [row.order.createdAt.toString(), row.order.id])
  return { items: page.items.map((row) => describeOrder(ctx, row)), next: page.next }
}

/** A cart is reached by its token and nothing else: the reach of whoever holds it has no say. */
export async function getCart(ctx: Context, _reach: Reach, token: string): Promise<Cart> {
  const [cart] = await ctx.db
    .select()
    .from(carts)
    .where(eq(carts.tokenHash, hashToken(token)))
    .limit(1)
  return cart ?? orderRefusals.refuse("orders.cart_missing")
}

/** Locked: two checkouts of one cart must meet here, and the second one must see the first one's order. */
export async function lockCart(ctx: Context, _reach: Reach, token: string): Promise<Cart> {
  const found = ctx.db
    .select()
    .from(carts)
    .where(eq(carts.tokenHash, hashToken(token)))
    .limit(1)
  const [cart] = await found.for("update")
  return cart ?? orderRefusals.refuse("orders.cart_missing")
}

export async function getOpenCart(ctx: Context, reach: Reach, token: string): Promise<Cart> {
  const cart = await lockCart(ctx, reach, token)
  return cart.orderId ? orderRefusals.refuse("orders.cart_already_ordered") : cart
}

export async function listCartItems(ctx: Context, _reach: Reach, cartId: string): Promise<CartItem[]> {
  return ctx.db
    .select()
    .from(cartItems)
    .where(eq(cartItems.cartId, cartId))
    .orderBy(asc(cartItems.id))
    .limit(MOST_CART_LINES)
}

export async function lockOrder(
  ctx: Context,
  reach: Reach,
  orderId: string,
): Promise<typeof orderRows.$inferSelect> {
  const found = ctx.db
    .select()
    .from(orderRows)
    .where(and(withinReach(reach), eq(orderRows.id, orderId)))
    .limit(1)
  const [order] = await found.for("update")
  return order ?? orderRefusals.refuse("orders.order_missing", { orderId })
}

/** One mailbox is one customer: whoever orders without signing in gets an account per order. What came to nothing doesn't count. */
export async function hasOrderedBefore(ctx: Context, _reach: Reach, accountId: string): Promise<boolean> {
  // Found first, and then their orders: as a join all accounts were gone through for each of them.
  const ofMailbox = sql`array(select other.id from identity.accounts as own
    join identity.accounts as other on other.tenant_id = own.tenant_id and other.email = own.email
    where own.id = ${accountId})`
  const [row] = await ctx.db
    .select({ id: orderRows.id })
    .from(orderRows)
    .where(
      and(
        sql`${orderRows.accountId} = any(${ofMailbox})`,
        notInArray(orderRows.state, ["withdrawn", "rejected"]),
      ),
    )
    .limit(1)
  return row !== undefined
}

function hasNumber(ctx: Context, beginning: string): Promise<SQL | undefined> {
  const fit = fitsBeginning(orderRows.id, orderRows.number, beginning.trim().toUpperCase())
  return fitting(ctx, orderRows.id, [fit])
}

function withinReach(reach: Reach): SQL | undefined {
  return reach.kind === "accounts" ? inArray(orderRows.accountId, [...reach.accountIds]) : undefined
}

interface OrderRow {
  readonly order: typeof orderRows.$inferSelect
  readonly items: OrderView["items"]
  readonly serviceIds: string[]
  readonly isUndone: boolean
}

/** Paid, but everything that was begun for it has been taken back. */
const isUndone = sql<boolean>`(${orderRows}.state = 'paid' and (select bool_and(piece.undone_at is not null)
  from ${orderServices} as piece
  where piece.tenant_id = ${orderRows}.tenant_id and piece.order_id = ${orderRows}.id) is true)`

/** Whether the money of a paid order may go back: while it is held, or when nothing of it stands any more. */
export async function mayGiveBack(ctx: Context, reach: Reach, orderId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ state: orderRows.state, isUndone })
    .from(orderRows)
    .where(and(withinReach(reach), eq(orderRows.id, orderId)))
    .limit(1)
  return row !== undefined && (row.state === "awaiting_approval" || row.isUndone)
}

function selectOrders(
  ctx: Context,
  conditions: readonly (SQL | undefined)[],
  { limit, orderBy = [] }: { limit: number; orderBy?: SQL[] },
): Promise<OrderRow[]> {
  // Columns written by hand: of a select from one table drizzle prints them bare, and here two tables have them.
  const serviceIds = sql<string[]>`array(select piece.service_id from ${orderServices} as piece
    where piece.tenant_id = ${orderRows}.tenant_id and piece.order_id = ${orderRows}.id order by piece.id)`
  const items = sql<OrderView["items"]>`(select coalesce(jsonb_agg(jsonb_build_object(
      'planName', item.plan_name, 'hostname', item.hostname, 'cycle', item.cycle, 'quantity', item.quantity,
      'options', jsonb_path_query_array(item.parts, '$[*] ? (@.optionId != null).words')
    ) order by item.id), '[]') from ${orderItems} as item
    where item.tenant_id = ${orderRows}.tenant_id and item.order_id = ${orderRows}.id)`
  return ctx.db
    .select({ order: orderRows, items, serviceIds, isUndone })
    .from(orderRows)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(limit)
}

function describeOrder(ctx: Context, { order, items, serviceIds, isUndone }: OrderRow): OrderView {
  const mayDecide = ctx.actor.kind === "staff" && (order.state === "awaiting_approval" || isUndone)
  return {
    id: order.id,
    number: order.number,
    accountId: order.accountId,
    accountName: order.accountName,
    state: order.state,
    items,
    total: toWire(money(order.totalMinor, order.currency)),
    paymentRequestId: order.paymentRequestId,
    invoiceId: order.invoiceId,
    serviceIds,
    createdAt: order.createdAt.toString(),
    paidAt: order.paidAt?.toString() ?? null,
    needsAttention: order.needsAttention,
    rejectReason: ctx.actor.kind === "staff" ? order.rejectReason : null,
    can: {
      approve: mayDecide && canMove(order.state, "paid"),
      reject: mayDecide && canMove(order.state, "rejected"),
      withdraw: canMove(order.state, "withdrawn"),
    },
  }
}
