import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "../db.ts"
import { WORK_CHANNEL } from "../listen.ts"
import { WORK_GENERATION } from "./generation.ts"

export interface Requeue {
  readonly operationIds: readonly string[]
  readonly now: Temporal.Instant
  /** What must still hold once the row is locked: two who want the same thing get it once. */
  readonly when: SQL
  /** Counts as a lost worker. */
  readonly isTakeOver?: boolean
  /** The old segment may still stand in the runner's books and count against its queue. */
  readonly hasOldSegment?: boolean
}

/**
 * Gives operations a new segment, to be played from the top with what is remembered. Raises the fence: whoever
 * still plays the old one is shut out from here on. Returns the ids it moved.
 */
export async function requeueOperations(db: Transaction, requeue: Requeue): Promise<string[]> {
  const moved = await db.execute<{ id: string }>(sql`
    with moved as (
      update work.operations set
        state = case when direction = 'undo' then 'undoing' else 'queued' end,
        segment = segment + 1, play = play + 1, executor = null, due_at = null,
        take_overs = take_overs + ${requeue.isTakeOver ? 1 : 0}::integer,
        touched_at = clock_timestamp(), updated_at = ${requeue.now.toString()}::timestamptz
      where id = any (${sql.param([...requeue.operationIds])}::text[]) and (${requeue.when})
      returning tenant_id, id, segment, queue)
    select id, work.enqueue_segment(tenant_id, id, segment, queue, ${WORK_GENERATION}),
      ${requeue.hasOldSegment ? sql`work.cancel_segment(id, segment - 1),` : sql``}
      pg_notify(${WORK_CHANNEL}, tenant_id || ' ' || id)
    from moved`)
  return moved.rows.map((row) => row.id)
}
