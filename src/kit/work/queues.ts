import { sql } from "drizzle-orm"
import type { Transaction } from "../db.ts"

/** How fast an outside server may be asked. One queue per server, so a dead one holds up nobody else. */
export interface QueueLimits {
  readonly name: string
  /** Segments at once, over all processes. */
  readonly concurrency?: number
  /** Segments started in a period, over all processes. */
  readonly rate?: { readonly most: number; readonly periodSeconds: number }
}

/** Makes a queue known, or changes its limits; workers pick it up within a second or two. */
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

export async function listQueues(db: Transaction): Promise<QueueLimits[]> {
  const found = await db.execute<{
    name: string
    concurrency: number | null
    rate: number | null
    rate_period_seconds: number
  }>(sql`select name, concurrency, rate, rate_period_seconds from work.queues order by name limit 10000`)
  return found.rows.map((row) => ({
    name: row.name,
    ...(row.concurrency === null ? {} : { concurrency: row.concurrency }),
    ...(row.rate === null ? {} : { rate: { most: row.rate, periodSeconds: row.rate_period_seconds } }),
  }))
}
