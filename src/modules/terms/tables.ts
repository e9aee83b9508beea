import { sql } from "drizzle-orm"
import { check, integer, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, minor } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"

export const terms = pgSchema("terms")

/** By when an account pays. No row: everything is paid before. */
export const accountTerms = tenantTable(
  terms,
  "account_terms",
  {
    accountId: text("account_id").notNull(),
    days: integer("days").notNull(),
    currency: currency().notNull(),
    limitMinor: minor("limit_minor").notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId),
    references(table, table.accountId, () => accounts),
    knownCurrency("account_terms_currency", table.currency),
    check("account_terms_days", sql`${table.days} between 1 and 120 and ${table.limitMinor} > 0`),
  ],
)
