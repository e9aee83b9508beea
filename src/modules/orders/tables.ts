import { sql } from "drizzle-orm"
import { boolean, check, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { type cycles, prepaidCycles } from "#catalog/contract"
import { plans, planVersions, prices } from "#catalog/tables"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import type { Language, Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { AgreedPlan } from "./change-of-plan.ts"
import { type ChangeState, changeStates } from "./change-of-plan-contract.ts"
import { orderStates } from "./contract.ts"

export const orders = pgSchema("orders")

/** A cart belongs to whoever holds its token; only the token's hash is kept. */
export const carts = tenantTable(
  orders,
  "carts",
  {
    tokenHash: text("token_hash").notNull(),
    currency: currency().notNull(),
    /** Set by checkout: the cart has become this order, and a second click finds it. */
    orderId: text("order_id"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.tokenHash),
    index().on(table.tenantId, table.createdAt),
    knownCurrency("carts_currency", table.currency),
  ],
)

export const cartItems = tenantTable(
  orders,
  "cart_items",
  {
    cartId: text("cart_id").notNull(),
    planId: text("plan_id").notNull(),
    /** As it was when it was put in: what has changed since is said before anything is ordered. */
    versionId: text("version_id").notNull(),
    priceId: text("price_id").notNull(),
    cycle: text("cycle").$type<(typeof prepaidCycles)[number]>().notNull(),
    locationId: text("location_id").notNull(),
    imageId: text("image_id").notNull(),
    hostname: text("hostname").notNull(),
    quantity: integer("quantity").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.cartId),
    references(table, table.cartId, () => carts).onDelete("cascade"),
    references(table, table.planId, () => plans),
    references(table, table.versionId, () => planVersions),
    references(table, table.priceId, () => prices),
    oneOf("cart_items_cycle", table.cycle, prepaidCycles),
  ],
)

export const orderRows = tenantTable(
  orders,
  "orders",
  {
    number: text("number").notNull(),
    accountId: text("account_id").notNull(),
    /** As it was called when it ordered. */
    accountName: text("account_name").notNull(),
    state: text("state").$type<(typeof orderStates)[number]>().notNull(),
    currency: currency().notNull(),
    totalMinor: minor("total_minor").notNull(),
    paymentRequestId: text("payment_request_id").notNull(),
    invoiceId: text("invoice_id"),
    needsApproval: boolean("needs_approval").notNull(),
    needsAttention: boolean("needs_attention").notNull().default(false),
    language: text("language").$type<Language>().notNull(),
    /** What was agreed, kept with the order: terms version, when, and the total that was on the screen. */
    agreement: jsonb("agreement").$type<Agreement>().notNull(),
    rejectReason: text("reject_reason"),
    createdAt: instant("created_at").notNull(),
    paidAt: instant("paid_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.number),
    uniqueIndex().on(table.tenantId, table.paymentRequestId),
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.accountId, table.createdAt),
    index().on(table.tenantId, table.state, table.createdAt),
    references(table, table.accountId, () => accounts),
    oneOf("orders_state", table.state, orderStates),
    knownCurrency("orders_currency", table.currency),
  ],
)

export const orderItems = tenantTable(
  orders,
  "order_items",
  {
    orderId: text("order_id").notNull(),
    planId: text("plan_id").notNull(),
    /** What was bought is what is delivered, whatever is sold by then. */
    versionId: text("version_id").notNull(),
    priceId: text("price_id").notNull(),
    planName: jsonb("plan_name").$type<Say>().notNull(),
    cycle: text("cycle").$type<(typeof cycles)[number]>().notNull(),
    locationId: text("location_id").notNull(),
    imageId: text("image_id").notNull(),
    hostname: text("hostname").notNull(),
    quantity: integer("quantity").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.orderId),
    references(table, table.orderId, () => orderRows),
    references(table, table.planId, () => plans),
    references(table, table.versionId, () => planVersions),
    references(table, table.priceId, () => prices),
  ],
)

/** Which service each bought piece became. One row per piece, so nothing is ever built twice for it. */
export const orderServices = tenantTable(
  orders,
  "order_services",
  {
    orderId: text("order_id").notNull(),
    itemId: text("item_id").notNull(),
    piece: integer("piece").notNull(),
    serviceId: text("service_id").notNull(),
    deliveredAt: instant("delivered_at"),
    /** Its building was taken back: nothing of this piece stands. */
    undoneAt: instant("undone_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.itemId, table.piece),
    uniqueIndex().on(table.tenantId, table.serviceId),
    index().on(table.tenantId, table.orderId),
    references(table, table.orderId, () => orderRows),
    references(table, table.itemId, () => orderItems),
  ],
)

/** A wish for another plan: made at once, or when its difference is paid. */
export const planChanges = tenantTable(
  orders,
  "plan_changes",
  {
    accountId: text("account_id").notNull(),
    serviceId: text("service_id").notNull(),
    subscriptionId: text("subscription_id").notNull(),
    fromPlanId: text("from_plan_id").notNull(),
    agreed: jsonb("agreed").$type<AgreedPlan>().notNull(),
    state: text("state").$type<ChangeState>().notNull(),
    changeOn: plainDate("change_on").notNull(),
    /** The end of the paid time when it was asked for: further time that was paid since makes it another sum. */
    periodEnd: plainDate("period_end").notNull(),
    currency: currency().notNull(),
    /** What goes back; zero where the difference is paid, waived or nothing. */
    backMinor: minor("back_minor").notNull(),
    paymentRequestId: text("payment_request_id"),
    createdAt: instant("created_at").notNull(),
    appliedAt: instant("applied_at"),
  },
  (table) => [
    // One wish at a time is waited for.
    uniqueIndex("plan_changes_one_open")
      .on(table.tenantId, table.serviceId)
      .where(sql`state = 'awaiting_payment'`),
    uniqueIndex().on(table.tenantId, table.paymentRequestId),
    index().on(table.tenantId, table.accountId, table.createdAt),
    index().on(table.tenantId, table.serviceId, table.createdAt),
    references(table, table.accountId, () => accounts),
    oneOf("plan_changes_state", table.state, changeStates),
    knownCurrency("plan_changes_currency", table.currency),
    check("plan_changes_applied", sql`(${table.state} = 'applied') = (${table.appliedAt} is not null)`),
  ],
)

export interface Agreement {
  readonly termsVersion: string
  readonly acceptedAt: string
  readonly totalShown: { readonly minor: string; readonly currency: string }
}
