import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { currency, instant, minor, oneOf } from "#kit/columns.ts"
import type { Language } from "#kit/refusal.ts"
import { sandbox } from "./fault-tables.ts"

/** Who takes money through the gateway: a shop, with its key and the address of its notices. */
export const cardMerchants = sandbox.table(
  "card_merchants",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    apiKey: text("api_key").notNull(),
    webhookUrl: text("webhook_url").notNull(),
    webhookSecret: text("webhook_secret").notNull(),
    /** The gateway prints its own tax figure on slips, by this rate, where the merchant's country has it so. */
    taxPercent: integer("tax_percent"),
    /** What the gateway keeps of each charge, in hundredths of a percent. Null: it says nothing of fees. */
    feeBasisPoints: integer("fee_basis_points"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("card_merchants_api_key").on(table.apiKey)],
)

export const checkoutStates = ["open", "paid", "declined", "expired"] as const

/** A card that its holder lets a merchant charge later, without them. */
export const cardMethods = sandbox.table(
  "card_methods",
  {
    /** What the merchant charges it by. */
    id: text("id").primaryKey(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => cardMerchants.id),
    /** The merchant's own word for whose it is. */
    customer: text("customer").notNull(),
    cardNumber: text("card_number").notNull(),
    /** When its holder ticked that it may be kept. */
    consentedAt: instant("consented_at").notNull(),
    /** What they paid when they did, confirmed by their bank; null: they paid nothing. */
    confirmedMinor: minor("confirmed_minor"),
    detachedAt: instant("detached_at"),
  },
  (table) => [index("card_methods_customer").on(table.merchantId, table.customer, table.cardNumber)],
)

export const cardCheckouts = sandbox.table(
  "card_checkouts",
  {
    id: text("id").primaryKey(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => cardMerchants.id),
    /** The merchant's own word for it. Nothing stops a merchant from using it twice: that would show here. */
    reference: text("reference").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: currency().notNull(),
    /** The merchant says that there is no tax in it. */
    isTaxFree: boolean("is_tax_free").notNull().default(false),
    description: text("description").notNull(),
    locale: text("locale").$type<Language>().notNull(),
    returnUrl: text("return_url").notNull(),
    state: text("state").$type<(typeof checkoutStates)[number]>().notNull(),
    declineCode: text("decline_code"),
    /** The card that waits for its bank's confirmation. */
    challengedCard: text("challenged_card"),
    /** Whose the card would be if it is kept. Null: the merchant didn't ask to keep it. */
    customer: text("customer"),
    /** The payer has ticked that it may be kept. */
    mayKeep: boolean("may_keep").notNull().default(false),
    methodId: text("method_id").references(() => cardMethods.id),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("card_checkouts_reference").on(table.merchantId, table.reference),
    index("card_checkouts_newest").on(table.createdAt),
    oneOf("card_checkouts_state", table.state, checkoutStates),
  ],
)

export const setupStates = ["open", "done", "declined", "expired"] as const

/** A page where a card is left to be charged later; nothing is paid there. */
export const cardSetups = sandbox.table(
  "card_setups",
  {
    id: text("id").primaryKey(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => cardMerchants.id),
    reference: text("reference").notNull(),
    customer: text("customer").notNull(),
    locale: text("locale").$type<Language>().notNull(),
    returnUrl: text("return_url").notNull(),
    state: text("state").$type<(typeof setupStates)[number]>().notNull(),
    declineCode: text("decline_code"),
    challengedCard: text("challenged_card"),
    methodId: text("method_id").references(() => cardMethods.id),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("card_setups_reference").on(table.merchantId, table.reference),
    index("card_setups_newest").on(table.createdAt),
    oneOf("card_setups_state", table.state, setupStates),
  ],
)

export const paymentStates = ["paid", "declined"] as const

/** Each time a merchant charged a kept card, and what became of it. */
export const cardPayments = sandbox.table(
  "card_payments",
  {
    id: text("id").primaryKey(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => cardMerchants.id),
    methodId: text("method_id")
      .notNull()
      .references(() => cardMethods.id),
    reference: text("reference").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: currency().notNull(),
    /** The merchant says that there is no tax in it. */
    isTaxFree: boolean("is_tax_free").notNull().default(false),
    description: text("description").notNull(),
    state: text("state").$type<(typeof paymentStates)[number]>().notNull(),
    declineCode: text("decline_code"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("card_payments_reference").on(table.merchantId, table.reference),
    index("card_payments_method").on(table.methodId),
    index("card_payments_newest").on(table.createdAt),
    oneOf("card_payments_state", table.state, paymentStates),
  ],
)

/** The gateway's own books: money that was taken, at its page or from a kept card. */
export const cardCharges = sandbox.table(
  "card_charges",
  {
    id: text("id").primaryKey(),
    checkoutId: text("checkout_id").references(() => cardCheckouts.id),
    paymentId: text("payment_id").references(() => cardPayments.id),
    merchantId: text("merchant_id").notNull(),
    reference: text("reference").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: currency().notNull(),
    taxMinor: minor("tax_minor"),
    feeMinor: minor("fee_minor"),
    refundedMinor: minor("refunded_minor").notNull(),
    cardEnding: text("card_ending").notNull(),
    /** When the holder told their bank that they don't know this charge. Null again once that is settled. */
    disputedAt: instant("disputed_at"),
    /** When that bank decided for them; what it keeps of the merchant for its trouble. */
    disputeLostAt: instant("dispute_lost_at"),
    disputeFeeMinor: minor("dispute_fee_minor").notNull().default(sql`0`),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("card_charges_checkout").on(table.checkoutId),
    uniqueIndex("card_charges_payment").on(table.paymentId),
    check("card_charges_origin", sql`(${table.checkoutId} is null) <> (${table.paymentId} is null)`),
    index("card_charges_reference").on(table.reference),
    index("card_charges_newest").on(table.merchantId, table.createdAt, table.id),
  ],
)

export const cardRefunds = sandbox.table(
  "card_refunds",
  {
    id: text("id").primaryKey(),
    chargeId: text("charge_id")
      .notNull()
      .references(() => cardCharges.id),
    reference: text("reference").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    feeMinor: minor("fee_minor"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("card_refunds_charge").on(table.chargeId, table.reference)],
)

/** First answers, by key: given again for a day to whoever asks the same. */
export const cardAnswers = sandbox.table(
  "card_answers",
  {
    merchantId: text("merchant_id").notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: integer("status").notNull(),
    body: jsonb("body").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.merchantId, table.key] })],
)

export const deliveryStates = ["due", "sent", "given_up"] as const

/** A notice on its way to a merchant: one row per sending, so a notice sent twice has two. */
export const cardNotices = sandbox.table(
  "card_notices",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => cardMerchants.id),
    eventId: text("event_id").notNull(),
    type: text("type").notNull(),
    body: text("body").notNull(),
    /** Signed with a wrong secret, as a stranger would. */
    isForged: boolean("is_forged").notNull(),
    state: text("state").$type<(typeof deliveryStates)[number]>().notNull(),
    dueAt: instant("due_at").notNull(),
    tries: integer("tries").notNull(),
    lastAnswer: text("last_answer"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("card_notices_due").on(table.state, table.dueAt),
    index("card_notices_event").on(table.eventId),
    oneOf("card_notices_state", table.state, deliveryStates),
  ],
)
