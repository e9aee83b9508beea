import { type SQL, sql } from "drizzle-orm"
import { erasures, exports } from "./tables.ts"

/** Some file of somebody's data has been there long enough. */
export function anyExportOver(now: Temporal.Instant): SQL {
  return sql`exists (select from ${exports} where state = 'ready' and expires_at <= ${now.toString()}::timestamptz)`
}

/** Somebody's wish to be forgotten is due. */
export function anyErasureDue(now: Temporal.Instant): SQL {
  return sql`exists (
    select from ${erasures} where state in ('waiting', 'held') and due_at <= ${now.toString()}::timestamptz)`
}
