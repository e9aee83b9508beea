import { sql } from "drizzle-orm"
import { readAcrossTenants } from "../across-tenants.ts"
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
  const found = await readAcrossTenants<{
    tenant: string
    operation: string
    segment: number
    play: number
    executor: string | null
    queue: string
    concurrency: number | null
    rate: number | null
    rate_period_seconds: number
  }>(database, sql`select * from work.playable_operations(${MOST_PLAYABLE})`)
  return found.map((row) => ({
    segment: { tenant: row.tenant, operationId: row.operation, segment: row.segment },
    play: row.play,
    executor: row.executor,
    queue: row.queue,
    concurrency: row.concurrency,
    rate: row.rate === null ? undefined : { most: row.rate, periodSeconds: row.rate_period_seconds },
  }))
}

export async function readNextDue(database: Database): Promise<Temporal.Instant | undefined> {
  const [row] = await readAcrossTenants<{ due: string | null }>(database, sql`select work.next_due() as due`)
  const due = row?.due
  return due ? Temporal.Instant.from(due) : undefined
}
