import { type SQL, sql } from "drizzle-orm"
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

export interface WorkSeen {
  readonly playable: Playable[]
  /** When the first of what is parked comes due. */
  readonly parked: Temporal.Instant | undefined
  /** What else was asked about, in its order. */
  readonly dues: readonly (Temporal.Instant | undefined)[]
}

/** All that can be played, and when something comes due: by one statement. */
export async function lookAtWork(database: Database, others: readonly SQL[] = []): Promise<WorkSeen> {
  const moments = [sql`work.next_due()`, ...others].map((due) => sql`to_json(${due}) #>> '{}'`)
  const [found] = await readAcrossTenants<{
    playable: readonly PlayableRow[]
    dues: readonly (string | null)[]
  }>(
    database,
    sql`select array[${sql.join(moments, sql`, `)}] as dues, coalesce((select json_agg(one order by one.place) from (
      select *, row_number() over () as place from work.playable_operations(${MOST_PLAYABLE})) as one), '[]') as playable`,
  )
  const [parked, ...dues] = (found?.dues ?? []).map((due) => (due ? Temporal.Instant.from(due) : undefined))
  return { playable: (found?.playable ?? []).map(readRow), parked, dues }
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
