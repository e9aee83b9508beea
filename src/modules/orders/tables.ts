import { sql } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { KeptDiscount, PricePart } from "#billing"
import type { CouponArm, PlanTrial, SentOptions } from "#catalog"
import { type cycles, prepaidCycles } from "#catalog/contract"
import { plans, planVersions, prices } from "#catalog/tables"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, minor, oneOf } from "#kit/columns.ts"
import type { Language, Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { type CartBuyer, orderStates } from "./contract.ts"

export const orders = pgSchema("orders")

/** What other modules own and the tables beside this file point at. */
export const foreign = { accounts: () => accounts }

/** A cart belongs to whoever holds its token; only the token's hash is kept. */
export const carts = tenantTable(
  orders,
  "carts",
  {
    tokenHash: text("token_hash").notNull(),
    currency: currency().notNull(),
    /** As they were typed in, first first. */
    couponCodes: jsonb("coupon_codes").$type<string[]>().notNull().default([]),
    /** Of coupons whose percents are compared: which one whoever typed it got. It stays, whoever signs in meanwhile. */
    couponArms: jsonb("coupon_arms").$type<Record<string, CouponArm["name"]>>().notNull().default({}),
    /** Who its buyer says they are, for the tax; null until they say. */
    buyer: jsonb("buyer").$type<CartBuyer>(),
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
    /** As it was sent: priced anew whenever it is looked at. */
    options: jsonb("options").$type<SentOptions>().notNull().default({}),
    /** To be tried first, as long as its plan lets one. */
    wantsTrial: boolean("wants_trial").notNull().default(false),
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
    /** Null: nothing of it is to be paid now. */
    paymentRequestId: text("payment_request_id"),
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
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index().on(table.tenantId, table.state, table.createdAt, table.id),
    index("orders_troubled").on(table.tenantId, table.accountId).where(sql`needs_attention`),
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
    /** For one cycle and one piece, before discounts: what its subscription goes by. */
    unitMinor: minor("unit_minor").notNull(),
    /** What that is made of: the plan and what was chosen with it. Empty: the plan alone. */
    parts: jsonb("parts").$type<PricePart[]>().notNull().default([]),
    /** What coupons took off that, in the order in which it was taken. */
    discounts: jsonb("discounts").$type<ItemDiscount[]>().notNull().default([]),
    /** Used before its first payment; null: paid from the first day. */
    trial: jsonb("trial").$type<ItemTrial>(),
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

/** As its agreement will keep it, with what it took off one piece and its first cycle. */
export interface ItemDiscount extends KeptDiscount {
  readonly minor: string
}

/** As its plan gives it, with what a coupon added: those days are among its days. */
export interface ItemTrial extends PlanTrial {
  readonly longer?: { readonly code: string; readonly days: number } | undefined
}

export interface Agreement {
  readonly termsVersion: string
  readonly acceptedAt: string
  readonly totalShown: { readonly minor: string; readonly currency: string }
  /** What is charged when a trial is over, and when that was agreed to. */
  readonly trial?: { readonly methodId: string; readonly agreedAt: string }
}
