import { type SQL, sql } from "drizzle-orm"
import { planChanges } from "./change-of-plan-tables.ts"

/** Some change of plan waits for its day. */
export function anyPlannedChange(): SQL {
  return sql`exists (select from ${planChanges} where state = 'planned')`
}
