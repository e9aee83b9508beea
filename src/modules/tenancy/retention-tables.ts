import { text } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"
import { tenantTable } from "#kit/tenant-table.ts"
import { tenancy } from "./tables.ts"

/** Where a shop keeps something longer or shorter than the table says, within what the law allows. The id is the rule's. */
export const keptPeriods = tenantTable(tenancy, "kept_periods", {
  /** ISO 8601: "P1Y". */
  keep: text("keep").notNull(),
  changedBy: text("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
})
