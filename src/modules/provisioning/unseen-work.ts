import { type SQL, sql } from "drizzle-orm"
import { services } from "./tables.ts"

/** Something is being built, or paid for and has no panel. */
export function anyUnbuilt(): SQL {
  return sql`(exists (select from ${services} where state = 'building') or exists (
    select from ${services} where state = 'needs_attention' and desired = 'active' and panel_id is null))`
}
