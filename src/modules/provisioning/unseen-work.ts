import { type SQL, sql } from "drizzle-orm"
import { serviceHolds } from "./hold-tables.ts"
import { services } from "./tables.ts"

/** Something is being built, or paid for and has no panel. */
export function anyUnbuilt(): SQL {
  return sql`(exists (select from ${services} where state = 'building') or exists (
    select from ${services} where state = 'needs_attention' and desired = 'active' and panel_id is null))`
}

/** Something was held until that day or one before. */
export function anyHeldUntil(day: Temporal.PlainDate): SQL {
  return sql`exists (select from ${serviceHolds} where release_on <= ${day.toString()})`
}
