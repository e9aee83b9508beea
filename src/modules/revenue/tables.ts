import { sql } from "drizzle-orm"
import { check, index, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { invoices } from "#billing/tables"
import { currency, instant, knownCurrency, minor, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"

export const revenue = pgSchema("revenue")

/** What was paid for time to come, one row for each paid stretch: it is earned day by day, and not before. */
export const deferrals = tenantTable(
  revenue,
  "deferrals",
  {
    /** The paid stretch of billing that it is about, or the line by which the rest of one was changed to a dearer plan. */
    periodId: text("period_id").notNull(),
    invoiceId: text("invoice_id").notNull(),
    /** The line that paid for it: what credit notes take back of that line is taken back of this. */
    lineId: text("line_id"),
    currency: currency().notNull(),
    /** Without tax. */
    netMinor: minor("net_minor").notNull(),
    startOn: plainDate("start_on").notNull(),
    /** The first day after it. */
    endOn: plainDate("end_on").notNull(),
    /** Of the net: earned by now. */
    recognisedMinor: minor("recognised_minor").notNull(),
    /** Of the net: never to be earned, because a credit note took it back before its days came. */
    releasedMinor: minor("released_minor").notNull(),
    /** Since something was taken back: its rest is earned evenly from this day on, and this was earned before. */
    countedFrom: plainDate("counted_from"),
    countedMinor: minor("counted_minor").notNull().default(sql`0`),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.periodId),
    index().on(table.tenantId, table.invoiceId),
    // What a day has to look at: the rest is over.
    index("deferrals_open")
      .on(table.tenantId, table.startOn)
      .where(sql`recognised_minor + released_minor < net_minor`),
    references(table, table.invoiceId, () => invoices),
    knownCurrency("deferrals_currency", table.currency),
    check("deferrals_days", sql`${table.startOn} < ${table.endOn}`),
    check(
      "deferrals_counted",
      sql`${table.countedMinor} between 0 and ${table.recognisedMinor}
        and (${table.countedFrom} is null and ${table.countedMinor} = 0
          or ${table.countedFrom} >= ${table.startOn} and ${table.countedFrom} < ${table.endOn})`,
    ),
    check(
      "deferrals_amounts",
      sql`${table.netMinor} > 0 and ${table.recognisedMinor} >= 0 and ${table.releasedMinor} >= 0
        and ${table.recognisedMinor} + ${table.releasedMinor} <= ${table.netMinor}`,
    ),
  ],
)
