import { sql } from "drizzle-orm"
import type { Database } from "./db.ts"

export interface Unrest {
  /** Whether something is queued, running, undelivered or due at this moment. */
  readonly isBusy: boolean
  /** When the next parked work or delivery wants to go on. */
  readonly nextDue: Temporal.Instant | undefined
}

/** What is still going on in the whole company, over all tenants. */
export async function readUnrest(database: Database, now: Temporal.Instant): Promise<Unrest> {
  const at = sql`${now.toString()}::timestamptz`
  const found = await database.transactAcrossTenants((db) =>
    db.execute<{ busy: boolean; due: string | null }>(sql`
      select exists (select from events.undispatched(1)) or exists (select from events.due_deliveries(${at}, 1))
          or exists (select from work.playable_operations(1)) or exists (select from work.due_operations(${at}, 1))
          as busy,
        to_json(least(work.next_due(), events.next_due())) #>> '{}' as due`),
  )
  const row = found.rows[0]
  return { isBusy: row?.busy ?? false, nextDue: row?.due ? Temporal.Instant.from(row.due) : undefined }
}
