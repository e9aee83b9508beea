import { sql } from "drizzle-orm"
import { readAcrossTenants } from "../across-tenants.ts"
import { announce } from "../events/announce.ts"
import type { StepOutput } from "./define.ts"
import { type Engine, systemContext } from "./engine.ts"
import { wordsOf } from "./failure.ts"
import { requeueOperations } from "./requeue.ts"
import { workStuck } from "./work-events.ts"

/** One round looks at no more than this, and comes back at once when it was full. */
const MOST_AT_ONCE = 500

/** Work that takes every worker down with it must not do so for ever. */
const MOST_TAKE_OVERS = 20

/** Gives a new segment to every parked operation whose time has come. Returns how many. */
export async function wakeDueOperations(engine: Engine): Promise<number> {
  let woken = 0
  for (;;) {
    const now = engine.clock.now()
    const due = await listAcrossTenants(
      engine,
      sql`select tenant, operation from work.due_operations(${now.toString()}::timestamptz, ${MOST_AT_ONCE})`,
    )
    for (const [tenant, rows] of due.byTenant) {
      const moved = await engine.database.writeOnce(tenant, (db) =>
        requeueOperations(db, {
          operationIds: rows.map((row) => row.operation),
          now,
          when: sql`due_at <= ${now.toString()}::timestamptz and state in ('waiting', 'undoing')`,
        }),
      )
      woken += moved.length
    }
    if (due.total < MOST_AT_ONCE) return woken
  }
}

export interface TakeOverOptions {
  /** Silence shorter than this is only a slow moment. */
  readonly silentSeconds: number
}

/** Gives a new segment to every operation that should be in somebody's hands and is not. Returns how many. */
export async function takeOverLostOperations(engine: Engine, options: TakeOverOptions): Promise<number> {
  let taken = 0
  for (;;) {
    const lost = await listAcrossTenants(
      engine,
      sql`select tenant, operation, play from work.lost_operations(${options.silentSeconds}::double precision,
        ${engine.executorId}, ${sql.param([...engine.inFlight])}::text[], ${MOST_AT_ONCE})`,
    )
    for (const [tenant, rows] of lost.byTenant) {
      for (const row of rows) {
        if (await takeOver(engine, tenant, row)) taken += 1
        else await stopPoison(engine, tenant, row)
      }
    }
    if (lost.total < MOST_AT_ONCE) return taken
  }
}

/** Gives back the places in queues that dead processes hold with segments nobody misses. Returns how many. */
export async function releaseDeadSegments(engine: Engine, options: TakeOverOptions): Promise<number> {
  const [row] = await readAcrossTenants<{ count: string }>(
    engine.database,
    sql`select work.release_dead_segments(${options.silentSeconds}::double precision) as count`,
  )
  return Number(row?.count ?? 0)
}

async function takeOver(engine: Engine, tenant: string, lost: LostRow): Promise<boolean> {
  return engine.database.transact(tenant, async (db) => {
    const moved = await requeueOperations(db, {
      operationIds: [lost.operation],
      now: engine.clock.now(),
      when: sql`${isStillLost(lost)} and take_overs < ${MOST_TAKE_OVERS}`,
      isTakeOver: true,
      hasOldSegment: true,
    })
    if (moved.length === 0) return false
    engine.log.warn({ operation: lost.operation, tenant }, "took over lost work")
    return true
  })
}

async function stopPoison(engine: Engine, tenant: string, lost: LostRow): Promise<void> {
  const why = `Its worker was lost ${MOST_TAKE_OVERS} times in a row.`
  const stop = (tell: boolean) =>
    engine.database.transact(tenant, async (db) => {
      const stuck = await db.execute<{ name: string; input: StepOutput }>(sql`
        with stuck as (
          update work.operations set state = 'stuck', executor = null, why = ${why}, trouble = 'lost', play = play + 1,
            updated_at = ${engine.clock.now().toString()}::timestamptz
          where id = ${lost.operation} and ${isStillLost(lost)} and take_overs >= ${MOST_TAKE_OVERS}
          returning id, name, input, segment)
        select name, input, work.cancel_segment(id, segment) from stuck`)
      const row = stuck.rows[0]
      if (!row) return
      const ctx = systemContext(engine, tenant, db, "work:take-over")
      if (tell) await engine.kindsByName.get(row.name)?.onStuck?.(ctx, row.input, why)
      await announce(ctx, workStuck, { operationId: lost.operation, name: row.name, why, trouble: "lost" })
    })
  await stop(true).catch((error: unknown) => {
    engine.log.error({ operation: lost.operation, error: wordsOf(error) }, "its module could not be told")
    return stop(false)
  })
}

function isStillLost(lost: LostRow) {
  return sql`play = ${lost.play} and due_at is null and state in ('queued', 'running', 'undoing')`
}

/** A process that is going gives away what it could not finish. */
export async function handOverInFlight(engine: Engine): Promise<number> {
  const mine = await listAcrossTenants(
    engine,
    sql`select tenant, operation, 0 as play from work.playable_operations(100000) where executor = ${engine.executorId}`,
  )
  let given = 0
  for (const [tenant, rows] of mine.byTenant) {
    const moved = await engine.database.transact(tenant, (db) =>
      requeueOperations(db, {
        operationIds: rows.map((row) => row.operation),
        now: engine.clock.now(),
        when: sql`executor = ${engine.executorId} and due_at is null and state in ('running', 'undoing')`,
        hasOldSegment: true,
      }),
    )
    given += moved.length
  }
  return given
}

/** "I am alive": machine time, kept by the database so that all processes share one clock. */
export async function beat(engine: Engine): Promise<void> {
  await engine.database.transactAcrossTenants((db) =>
    db.execute(sql`
      insert into work.executors (id) values (${engine.executorId})
      on conflict (id) do update set seen_at = clock_timestamp()`),
  )
}

/** A day is long enough to look into what DBOS thought of a segment, and an executor silent so long is gone. */
const KEEP_HOURS = 24
const MOST_FORGOTTEN_AT_ONCE = 5_000

/** Clears away what nobody needs any more: ended segments in DBOS's books, names of dead processes. */
export async function forgetEnded(engine: Engine): Promise<number> {
  let forgotten = 0
  for (;;) {
    const [row] = await readAcrossTenants<{ count: string }>(
      engine.database,
      sql`select work.forget_segments(${KEEP_HOURS}, ${MOST_FORGOTTEN_AT_ONCE}) as count`,
    )
    const count = Number(row?.count ?? 0)
    forgotten += count
    if (count < MOST_FORGOTTEN_AT_ONCE) break
  }
  await engine.database.transactAcrossTenants((db) =>
    db.execute(sql`
      delete from work.executors where seen_at < clock_timestamp() - make_interval(hours => ${KEEP_HOURS})`),
  )
  return forgotten
}

/** Gone for good: its name is struck off, so that nobody waits out its silence. */
export async function signOff(engine: Engine): Promise<void> {
  await engine.database.transactAcrossTenants((db) =>
    db.execute(sql`delete from work.executors where id = ${engine.executorId}`),
  )
}

interface LostRow {
  readonly tenant: string
  readonly operation: string
  readonly play: number
}

async function listAcrossTenants(engine: Engine, query: ReturnType<typeof sql>) {
  const found: LostRow[] = await readAcrossTenants<LostRow & Record<string, unknown>>(engine.database, query)
  return { byTenant: Map.groupBy(found, (row) => row.tenant), total: found.length }
}
