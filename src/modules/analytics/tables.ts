import { integer, pgSchema, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, knownCurrency, minor, plainDate } from "#kit/columns.ts"
import { tenantTable } from "#kit/tenant-table.ts"

export const analytics = pgSchema("analytics")

/**
 * Recurring revenue as it stood when a day began: prices change and agreements end, so no later day could add it up
 * again. Every currency the shop sells in has a row, also one with nothing in it.
 */
export const recurringDays = tenantTable(
  analytics,
  "recurring_days",
  {
    day: plainDate("day").notNull(),
    currency: currency().notNull(),
    active: integer("active").notNull(),
    activeMinor: minor("active_minor").notNull(),
    withPastDue: integer("with_past_due").notNull(),
    withPastDueMinor: minor("with_past_due_minor").notNull(),
  },
  (table) => [
    uniqueIndex("recurring_days_day").on(table.tenantId, table.currency, table.day),
    knownCurrency("recurring_days_currency", table.currency),
  ],
)
