import { sql } from "drizzle-orm"
import type { Database } from "../db.ts"
import type { Segment } from "./play-rows.ts"

/** An operation that is queued, or that somebody holds or held. */
export interface Playable {
  readonly segment: Segment
  readonly play: number
  readonly executor: string | null
  readonly queue: string
  readonly concurrency: number | null
  readonly rate: { readonly most: number; readonly periodSeconds: number } | undefined
}

/** A simulation looks at all of it each time, so it must stay small. */
const MOST_PLAYABLE = 1_000

export async function readPlayable(database: Database): Promise<Playable[]> {
  const found = await database.transactAcrossTenants((db) =>
    db.execute<{
      tenant: string
      operation: string
      segment: number
      play: number
      executor: string | null
      queue: string
      concurrency: number | null
      rate: number | null
      rate_period_seconds: number
    }>(sql`select * from work.playable_operations(${MOST_PLAYABLE})`),
  )
  return found.rows.map((row) => ({
    segment: { tenant: row.tenant, operationId: row.operation, segment: row.segment },
    play: row.play,
    executor: row.executor,
    queue: row.queue,
    concurrency: row.concurrency,
    rate: row.rate === null ? undefined : { most: row.rate, periodSeconds: row.rate_period_seconds },
  }))
}

export async function readNextDue(database: Database): Promise<Temporal.Instant | undefined> {
  const found = await database.transactAcrossTenants((db) =>
    db.execute<{ due: string | null }>(sql`select work.next_due() as due`),
  )
  const due = found.rows[0]?.due
  return due ? Temporal.Instant.from(due) : undefined
}
