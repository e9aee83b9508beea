import { integer, jsonb } from "drizzle-orm/pg-core"
import { minor, plainDate } from "#kit/columns.ts"
import type { WireMoney } from "#kit/money.ts"
import { tenantTable } from "#kit/tenant-table.ts"
import { billing } from "./tables.ts"

/** One row a shop whose seller is in the EU: what it sold to consumers in other member states. Its id is always "union". */
export const euSales = tenantTable(billing, "eu_sales", {
  year: integer("year").notNull(),
  /** In euro, without tax, less what was credited: this year, and the one before it. */
  soldMinor: minor("sold_minor").notNull(),
  soldBeforeMinor: minor("sold_before_minor").notNull(),
  /** This year's in other currencies, which the sum in euro leaves out. */
  others: jsonb("others").$type<WireMoney[]>().notNull(),
  seenOn: plainDate("seen_on").notNull(),
})
