import { bigint, boolean, index, integer, jsonb, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
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
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("card_merchants_api_key").on(table.apiKey)],
)

export const checkoutStates = ["open", "paid", "declined", "expired"] as const

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
    description: text("description").notNull(),
    locale: text("locale").$type<Language>().notNull(),
    returnUrl: text("return_url").notNull(),
    state: text("state").$type<(typeof checkoutStates)[number]>().notNull(),
    declineCode: text("decline_code"),
    /** The card that waits for its bank's confirmation. */
    challengedCard: text("challenged_card"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("card_checkouts_reference").on(table.merchantId, table.reference),
    index("card_checkouts_newest").on(table.createdAt),
    oneOf("card_checkouts_state", table.state, checkoutStates),
  ],
)

/** The gateway's own books: money that was taken. */
export const cardCharges = sandbox.table(
  "card_charges",
  {
    id: text("id").primaryKey(),
    checkoutId: text("checkout_id")
      .notNull()
      .references(() => cardCheckouts.id),
    merchantId: text("merchant_id").notNull(),
    reference: text("reference").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: currency().notNull(),
    taxMinor: minor("tax_minor"),
    refundedMinor: minor("refunded_minor").notNull(),
    cardEnding: text("card_ending").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("card_charges_checkout").on(table.checkoutId),
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
