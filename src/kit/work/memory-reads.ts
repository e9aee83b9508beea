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

/** All that can be played, and when the first of what is parked comes due: by one statement. */
export async function lookAtWork(
  database: Database,
): Promise<{ readonly playable: Playable[]; readonly parked: Temporal.Instant | undefined }> {
  const [found] = await readAcrossTenants<{ playable: readonly PlayableRow[]; due: string | null }>(
    database,
    sql`select work.next_due() as due, coalesce((select json_agg(one order by one.place) from (
      select *, row_number() over () as place from work.playable_operations(${MOST_PLAYABLE})) as one), '[]') as playable`,
  )
  const { due = null, playable = [] } = found ?? {}
  return { playable: playable.map(readRow), parked: due ? Temporal.Instant.from(due) : undefined }
}

interface PlayableRow {
  readonly tenant: string
  readonly operation: string
  readonly segment: number
  readonly play: number
  readonly executor: string | null
  readonly queue: string
  readonly concurrency: number | null
  readonly rate: number | null
  readonly rate_period_seconds: number
}

function readRow(row: PlayableRow): Playable {
  return {
    segment: { tenant: row.tenant, operationId: row.operation, segment: row.segment },
    play: row.play,
    executor: row.executor,
    queue: row.queue,
    concurrency: row.concurrency,
    rate: row.rate === null ? undefined : { most: row.rate, periodSeconds: row.rate_period_seconds },
  }
}
