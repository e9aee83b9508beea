import { index, text } from "drizzle-orm/pg-core"
import { plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { subscriptions } from "./subscription-tables.ts"
import { billing } from "./tables.ts"

/**
 * Who is to be asked next and on which day, by the subscription's id: kept by the database itself (billing-asking-days.sql).
 * An index of the subscriptions by that day would be as good for finding them, but each asking would then write every index
 * of that wide table anew; what is asked for leaves only this narrow one.
 */
export const askingDays = tenantTable(
  billing,
  "asking_days",
  { accountId: text("account_id").notNull(), askOn: plainDate("ask_on").notNull() },
  (table) => [
    index("asking_days_due").on(table.tenantId, table.askOn, table.accountId, table.id),
    references(table, table.id, () => subscriptions),
  ],
)
