import { sql } from "drizzle-orm"
import { check, index, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, instant, knownCurrency, minor, plainDate } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { RuleFacts } from "./document.ts"
import { subscriptions } from "./subscription-tables.ts"
import { billing, paymentRequests } from "./tables.ts"

/**
 * An agreement by a version of a plan that charges by use. Its use is counted month by month from a day on, whatever is
 * paid ahead for how long; another version begins another row where this one ends.
 */
export const metered = tenantTable(
  billing,
  "metered",
  {
    subscriptionId: text("subscription_id").notNull(),
    versionId: text("version_id").notNull(),
    /** Day 0 of its months. */
    since: plainDate("since").notNull(),
    /** What is before it has its windows. */
    countedUntil: plainDate("counted_until").notNull(),
    /** The end of the month that runs. */
    closesOn: plainDate("closes_on").notNull(),
    /** The first day that is no longer counted here; null while it runs. */
    endedOn: plainDate("ended_on"),
  },
  (table) => [
    uniqueIndex("metered_running").on(table.tenantId, table.subscriptionId).where(sql`ended_on is null`),
    index("metered_ended").on(table.tenantId, table.subscriptionId, table.endedOn),
    references(table, table.subscriptionId, () => subscriptions),
    check(
      "metered_days",
      sql`${table.since} <= ${table.countedUntil} and ${table.countedUntil} < ${table.closesOn}`,
    ),
  ],
)

/**
 * What one meter counted in one month, and what that costs: written once when the days are over. A trigger lets nothing
 * change but which request asks for it, and one at a time (migrations/repeatable/billing-use.sql).
 */
export const useWindows = tenantTable(
  billing,
  "use_windows",
  {
    subscriptionId: text("subscription_id").notNull(),
    meter: text("meter").notNull(),
    fromOn: plainDate("from_on").notNull(),
    toOn: plainDate("to_on").notNull(),
    currency: currency().notNull(),
    amountMinor: minor("amount_minor").notNull(),
    /** What its line says, without the quantity. */
    words: jsonb("words").$type<Say>().notNull(),
    /** What the amount was computed from. */
    facts: jsonb("facts").$type<RuleFacts>().notNull(),
    /** That asks for it; null: waits, or costs nothing. */
    requestId: text("request_id"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    // No days of use are billed twice.
    uniqueIndex("use_windows_once").on(table.tenantId, table.subscriptionId, table.meter, table.fromOn),
    index("use_windows_waiting")
      .on(table.tenantId, table.subscriptionId)
      .where(sql`request_id is null and amount_minor > 0`),
    index("use_windows_asked").on(table.tenantId, table.requestId).where(sql`request_id is not null`),
    references(table, table.subscriptionId, () => subscriptions),
    references(table, table.requestId, () => paymentRequests),
    knownCurrency("use_windows_currency", table.currency),
    check("use_windows_days", sql`${table.fromOn} < ${table.toOn}`),
    check(
      "use_windows_amount",
      sql`${table.amountMinor} >= 0 and (${table.requestId} is null or ${table.amountMinor} > 0)`,
    ),
  ],
)
