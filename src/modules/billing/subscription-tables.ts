import { sql } from "drizzle-orm"
import { boolean, check, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { cycles } from "#catalog/contract"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { DayShare, KeptDiscount } from "./price-cycles.ts"
import type { PricePart } from "./price-parts.ts"
import type { Collection, SubscriptionState } from "./subscription.ts"
import { collections, subscriptionStates } from "./subscription-contract.ts"
import { billing, foreign, invoices, paymentRequests } from "./tables.ts"

/** The agreement that pays for one delivered thing, period after period. */
export const subscriptions = tenantTable(
  billing,
  "subscriptions",
  {
    accountId: text("account_id").notNull(),
    /** As it was called when it bought this. */
    accountName: text("account_name").notNull(),
    /** The id of what it pays for. Billing never learns what that is. */
    subject: text("subject").notNull(),
    orderId: text("order_id"),
    /** Which line of that order it was bought by, where several are of one plan. */
    orderItemId: text("order_item_id"),
    planId: text("plan_id").notNull(),
    versionId: text("version_id"),
    priceId: text("price_id").notNull(),
    /** What the lines of its papers say, without the period. */
    words: jsonb("words").$type<Say>().notNull(),
    currency: currency().notNull(),
    /** For one cycle and one piece, before discounts. */
    unitMinor: minor("unit_minor").notNull(),
    /** What that is made of: the plan and what was chosen with it. Empty: the plan alone. */
    parts: jsonb("parts").$type<PricePart[]>().notNull().default([]),
    /** What coupons take off it, and for how long. */
    discounts: jsonb("discounts").$type<KeptDiscount[]>().notNull().default([]),
    /** What its next cycle costs for one piece, after them: kept for sums over many. */
    nextMinor: minor("next_minor").notNull(),
    /** The price of one piece that its customer knows of and a run may ask for unseen; null: what it cost last time. */
    expectedMinor: minor("expected_minor"),
    /** For its next time; */
    quantity: integer("quantity").notNull(),
    /** until that day it is another number, where one was chosen for the time that comes. */
    quantityBefore: integer("quantity_before"),
    quantityUntil: plainDate("quantity_until"),
    /** Between which its customer may choose the number; null: staff alone do. */
    quantityLeast: integer("quantity_least"),
    quantityMost: integer("quantity_most"),
    /** What its next cycle costs for all pieces: kept by the database. */
    turnMinor: minor("turn_minor").notNull().generatedAlwaysAs(sql`next_minor * quantity`),
    cycle: text("cycle").$type<(typeof cycles)[number]>().notNull(),
    state: text("state").$type<SubscriptionState>().notNull(),
    /**
     * Among which it is counted: "KRW active monthly", what nobody has paid for yet as trialing; null once it has ended. Kept
     * by the database, and one column, so that sums over a million read few bytes for each.
     */
    countedAs: text("counted_as").generatedAlwaysAs(sql`case when ended_at is null then currency || ' '
      || case when period_number = 0 and trial_until is not null then 'trialing' else state end || ' ' || cycle end`),
    collection: text("collection").$type<Collection>().notNull(),
    methodId: text("method_id"),
    /** When the first period was paid: it begins then or when the thing stands, whichever is later. */
    paidAt: instant("paid_at").notNull(),
    firstInvoiceId: text("first_invoice_id"),
    /** So many days it may be used before its first payment; null: paid from the first day. */
    trialDays: integer("trial_days"),
    /** How many of those days which coupon added. */
    trialLonger: jsonb("trial_longer").$type<{ readonly code: string; readonly days: number }>(),
    /** The first day after them, once they have begun: its paid time is counted from there. */
    trialUntil: plainDate("trial_until"),
    trialConsentAt: instant("trial_consent_at"),
    /** Day 0. Every period is counted from here, so that a short month never shortens the next. */
    anchorOn: plainDate("anchor_on"),
    /** How many cycles after the anchor the paid time ends. */
    anchorNumber: integer("anchor_number").notNull().default(0),
    periodNumber: integer("period_number").notNull().default(0),
    periodStart: plainDate("period_start"),
    /** The first day that is not paid; the day before is the last usable one. */
    periodEnd: plainDate("period_end"),
    /** When the next request to pay is made; null while none is to be made. */
    nextRequestOn: plainDate("next_request_on"),
    requestId: text("request_id"),
    trouble: text("trouble"),
    /** The account's billing day, kept here so that its next time can be planned from the row alone. */
    billingDay: integer("billing_day"),
    /** Staff gave it for nothing: each time that begins by this day is not asked for. */
    freeUntil: plainDate("free_until"),
    cancelAtEnd: boolean("cancel_at_end").notNull().default(false),
    cancelReason: text("cancel_reason"),
    cancelAskedAt: instant("cancel_asked_at"),
    overdueOn: plainDate("overdue_on"),
    suspendedOn: plainDate("suspended_on"),
    graceUntil: plainDate("grace_until"),
    pauseFrom: plainDate("pause_from"),
    pauseUntil: plainDate("pause_until"),
    cancelComment: text("cancel_comment"),
    /** For staff alone. */
    memo: text("memo"),
    /** By which its customer orders it: its papers say so. */
    purchaseOrder: text("purchase_order"),
    endedAt: instant("ended_at"),
    /** Staff put it out of sight. */
    deletedAt: instant("deleted_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    // One thing is paid for by one agreement, whoever opens it and however often.
    uniqueIndex("subscriptions_subject").on(table.tenantId, table.subject),
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index().on(table.tenantId, table.state, table.createdAt, table.id),
    index().on(table.tenantId, table.orderId),
    index().on(table.tenantId, table.planId, table.createdAt, table.id),
    index().on(table.tenantId, table.accountName, table.id),
    index("subscriptions_ending")
      .on(table.tenantId, table.periodEnd, table.id)
      .where(sql`state in ('trialing', 'active', 'past_due', 'suspended', 'paused')`),
    index("subscriptions_pausing")
      .on(table.tenantId, table.pauseFrom, table.id)
      .where(sql`pause_from is not null`),
    // Everything that is added up over all of them stands in these two: the rows themselves are never read for it.
    index("subscriptions_counted")
      .on(table.tenantId, table.countedAs, table.turnMinor, table.quantity)
      .where(sql`counted_as is not null`),
    index("subscriptions_lifetimes")
      .on(table.tenantId, table.endedAt, table.anchorOn)
      .where(sql`period_number > 0 and anchor_on is not null`),
    references(table, table.requestId, () => paymentRequests),
    references(table, table.accountId, foreign.accounts),
    references(table, table.planId, foreign.plans),
    references(table, table.firstInvoiceId, () => invoices),
    oneOf("subscriptions_state", table.state, subscriptionStates),
    oneOf("subscriptions_collection", table.collection, collections),
    oneOf("subscriptions_cycle", table.cycle, cycles),
    knownCurrency("subscriptions_currency", table.currency),
    check("subscriptions_amount", sql`${table.unitMinor} >= 0 and ${table.quantity} > 0`),
    check(
      "subscriptions_quantity",
      sql`(${table.quantityBefore} is null) = (${table.quantityUntil} is null)
        and (${table.quantityBefore} is null or ${table.quantityBefore} > 0)
        and (${table.quantityLeast} is null) = (${table.quantityMost} is null)
        and (${table.quantityLeast} is null or ${table.quantityLeast} between 1 and ${table.quantityMost})`,
    ),
    check("subscriptions_next", sql`${table.nextMinor} between 0 and ${table.unitMinor}`),
    // Nothing is counted from its anchor yet: a trial, or a turn that was cut short by the billing day.
    check(
      "subscriptions_started",
      sql`${table.state} not in ('trialing', 'active', 'past_due', 'suspended', 'paused')
        or (${table.anchorOn} is not null and ${table.periodStart} < ${table.periodEnd}
          and (${table.periodNumber} > ${table.anchorNumber}
            or (${table.periodNumber} = ${table.anchorNumber} and ${table.anchorOn} = ${table.periodEnd}
              and (${table.periodNumber} > 0
                or (${table.trialUntil} = ${table.periodEnd}
                  and ${table.state} in ('trialing', 'past_due', 'suspended'))))))`,
    ),
    check(
      "subscriptions_trial",
      sql`(${table.trialUntil} is null or ${table.trialDays} > 0)
        and (${table.state} <> 'trialing' or ${table.trialUntil} is not null)`,
    ),
    check(
      "subscriptions_pause",
      sql`(${table.pauseFrom} is null) = (${table.pauseUntil} is null)
        and (${table.pauseFrom} is null or ${table.pauseFrom} <= ${table.pauseUntil})
        and (${table.state} <> 'paused' or ${table.pauseFrom} is not null)`,
    ),
    check("subscriptions_billing_day", sql`${table.billingDay} between 1 and 28`),
    index("subscriptions_deleted").on(table.tenantId, table.state).where(sql`deleted_at is not null`),
    check("subscriptions_deleted", sql`${table.deletedAt} is null or ${table.endedAt} is not null`),
    check(
      "subscriptions_ended",
      sql`(${table.state} in ('cancelled', 'expired')) = (${table.endedAt} is not null)`,
    ),
  ],
)

/**
 * What was paid for which time. The newest stretch stands in the subscription as well and may lie ahead; which one a
 * day lies in is asked here. Never twice for one day, and none left out but where it was paused (invariant i15). */
export const subscriptionPeriods = tenantTable(
  billing,
  "subscription_periods",
  {
    subscriptionId: text("subscription_id").notNull(),
    /** The number of its first cycle, from 1. */
    number: integer("number").notNull(),
    /** An extension pays for several at once. */
    cycles: integer("cycles").notNull(),
    startOn: plainDate("start_on").notNull(),
    endOn: plainDate("end_on").notNull(),
    /** With the tax, as the paper says. */
    grossMinor: minor("gross_minor").notNull(),
    invoiceId: text("invoice_id"),
    /** From this day on its time belongs to another plan than it was bought for; and the line it was bought by. */
    changedOn: plainDate("changed_on"),
    /** What the whole of it is worth since then, all pieces, as prices are shown: kept when the price changes once more. */
    worthMinor: minor("worth_minor"),
    /** The day that its end is counted from, and how many cycles were paid before that day: its own first after a pause. */
    anchorOn: plainDate("anchor_on").notNull(),
    anchorNumber: integer("anchor_number").notNull().default(0),
    lineId: text("line_id"),
    /** Cut short by the account's billing day: its first turn has so many of its days. */
    share: jsonb("share").$type<DayShare>(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("subscription_periods_number").on(table.tenantId, table.subscriptionId, table.number),
    uniqueIndex("subscription_periods_start").on(table.tenantId, table.subscriptionId, table.startOn),
    index().on(table.tenantId, table.invoiceId),
    references(table, table.subscriptionId, () => subscriptions),
    references(table, table.invoiceId, () => invoices),
    check("subscription_periods_length", sql`${table.startOn} < ${table.endOn} and ${table.cycles} > 0`),
  ],
)

/** The day of the month on which everything of an account is renewed. No row: each thing on a day of its own. */
export const billingDays = tenantTable(
  billing,
  "billing_days",
  {
    accountId: text("account_id").notNull(),
    day: integer("day").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (table) => [
    uniqueIndex("billing_days_account").on(table.tenantId, table.accountId),
    references(table, table.accountId, foreign.accounts),
    check("billing_days_day", sql`${table.day} between 1 and 28`),
  ],
)
