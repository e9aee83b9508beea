import { sql } from "drizzle-orm"
import { boolean, check, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import type { Currency } from "#kit/money.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { CouponArm } from "./coupon-arm.ts"
import { armNames, couponKinds } from "./coupon-contract.ts"
import type { prepaidCycles } from "./cycle-contract.ts"
import { catalog, foreign } from "./tables.ts"

export const coupons = tenantTable(
  catalog,
  "coupons",
  {
    /** In capitals, as everybody's typing is read. */
    code: text("code").notNull(),
    name: text("name").notNull(),
    isOn: boolean("is_on").notNull(),
    kind: text("kind").$type<(typeof couponKinds)[number]>().notNull(),
    percent: integer("percent"),
    /** Percents that are compared; empty: the one above. */
    arms: jsonb("arms").$type<CouponArm[]>().notNull().default([]),
    amounts: jsonb("amounts").$type<Partial<Record<Currency, string>>>().notNull(),
    trialDays: integer("trial_days"),
    periods: integer("periods"),
    isExclusive: boolean("is_exclusive").notNull(),
    planIds: jsonb("plan_ids").$type<string[]>().notNull(),
    cycles: jsonb("cycles").$type<(typeof prepaidCycles)[number][]>().notNull(),
    currencies: jsonb("currencies").$type<Currency[]>().notNull(),
    countries: jsonb("countries").$type<string[]>().notNull(),
    isForNewCustomers: boolean("is_for_new_customers").notNull(),
    startsOn: plainDate("starts_on"),
    endsOn: plainDate("ends_on"),
    mostUses: integer("most_uses"),
    mostPerCustomer: integer("most_per_customer"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [
    uniqueIndex("coupons_code").on(table.tenantId, table.code),
    index().on(table.tenantId, table.createdAt, table.id),
    oneOf("coupons_kind", table.kind, couponKinds),
    check("coupons_percent", sql`(${table.kind} = 'percent') = (${table.percent} is not null)`),
    check("coupons_trial", sql`(${table.kind} = 'trial') = (${table.trialDays} is not null)`),
    check("coupons_days", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
)

/**
 * One order's use of one coupon, written in the transaction that orders. A trigger counts again under the coupon's lock,
 * so that no limit is passed, whoever comes at the same moment (migrations/repeatable/catalog-coupons.sql).
 */
export const redemptions = tenantTable(
  catalog,
  "redemptions",
  {
    couponId: text("coupon_id").notNull(),
    orderId: text("order_id").notNull(),
    arm: text("arm").$type<CouponArm["name"]>(),
    accountId: text("account_id").notNull(),
    currency: currency().notNull(),
    /** What it took off the order. */
    amountMinor: minor("amount_minor").notNull(),
    redeemedAt: instant("redeemed_at").notNull(),
  },
  (table) => [
    uniqueIndex("redemptions_order").on(table.tenantId, table.orderId, table.couponId),
    index().on(table.tenantId, table.couponId, table.redeemedAt, table.id),
    index().on(table.tenantId, table.accountId),
    references(table, table.couponId, () => coupons),
    references(table, table.accountId, foreign.accounts),
    knownCurrency("redemptions_currency", table.currency),
    oneOf("redemptions_arm", table.arm, armNames),
  ],
)

/** Who typed a code whose percents are compared, once each: only a hash, and which one they got. */
export const couponVisits = tenantTable(
  catalog,
  "coupon_visits",
  {
    couponId: text("coupon_id").notNull(),
    visitorHash: text("visitor_hash").notNull(),
    arm: text("arm").$type<CouponArm["name"]>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.couponId, table.visitorHash),
    references(table, table.couponId, () => coupons),
    oneOf("coupon_visits_arm", table.arm, armNames),
  ],
)
