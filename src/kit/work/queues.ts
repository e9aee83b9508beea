import { sql } from "drizzle-orm"
import { readAcrossTenants } from "../across-tenants.ts"
import type { Database, Transaction } from "../db.ts"

/** How fast an outside server may be asked. One queue per server, so a dead one holds up nobody else. */
export interface QueueLimits {
  readonly name: string
  /** Segments at once, over all processes. */
  readonly concurrency?: number
  /** Segments started in a period, over all processes. */
  readonly rate?: { readonly most: number; readonly periodSeconds: number }
}

/** Makes a queue known, or changes its limits; workers read them whenever they take something out of it. */
export async function ensureQueue(db: Transaction, limits: QueueLimits): Promise<void> {
  const { name, concurrency = null, rate } = limits
  await db.execute(sql`
    insert into work.queues (name, concurrency, rate, rate_period_seconds)
    values (${name}, ${concurrency}, ${rate?.most ?? null}, ${rate?.periodSeconds ?? 1})
    on conflict (name) do update set concurrency = excluded.concurrency, rate = excluded.rate,
      rate_period_seconds = excluded.rate_period_seconds
    where (queues.concurrency, queues.rate, queues.rate_period_seconds)
      is distinct from (excluded.concurrency, excluded.rate, excluded.rate_period_seconds)`)
}

/** Those that hold segments nobody plays yet, with the limits they have now. One look into an index for each queue. */
export async function listQueuesWithWork(database: Database, generation: string): Promise<QueueLimits[]> {
  const found = await readAcrossTenants<QueueRow>(
    database,
    sql`
      select q.name, q.concurrency, q.rate, q.rate_period_seconds
      from work.queues q cross join lateral (
        select from dbos.workflow_status w
        where w.queue_name = q.name and w.status = 'ENQUEUED' and w.application_version = ${generation}
        limit 1) waiting
      order by q.name limit 10000`,
  )
  return found.map((row) => ({
    name: row.name,
    ...(row.concurrency === null ? {} : { concurrency: row.concurrency }),
    ...(row.rate === null ? {} : { rate: { most: row.rate, periodSeconds: row.rate_period_seconds } }),
  }))
}

interface QueueRow extends Record<string, unknown> {
  readonly name: string
  readonly concurrency: number | null
  readonly rate: number | null
  readonly rate_period_seconds: number
}
