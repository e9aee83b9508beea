import { eq, sql } from "drizzle-orm"
import { type Clock, createClock } from "../clock.ts"
import type { Log } from "../context.ts"
import type { Database } from "../db.ts"
import type { Listener } from "../listen.ts"
import { clockOffsets } from "./tables.ts"

/** The clock every process of the company shares: the machine's time plus the offset kept in the database. */
export interface CompanyClock {
  readonly clock: Clock
  offsetMs(): number
  /** Reads the offset again; the listener does it by itself within moments of a move. */
  refresh(): Promise<void>
  /** Runs after time was moved, by whichever process, once this one knows of it. */
  onMove(handler: () => void): () => void
}

export const COMPANY_CLOCK = "company"
const CLOCK_CHANNEL = "hostwell_clock"

export async function openCompanyClock(
  database: Database,
  listener: Listener,
  log: Log,
): Promise<CompanyClock> {
  let offset = await readOffset(database)
  const handlers = new Set<() => void>()
  const refresh = async () => {
    offset = await readOffset(database)
  }
  const tell = async () => {
    const before = offset
    await refresh()
    if (offset !== before) for (const handler of handlers) handler()
  }
  listener.subscribe(CLOCK_CHANNEL, () => {
    tell().catch((error: unknown) =>
      log.warn({ error: String(error) }, "the company's clock could not be read"),
    )
  })
  return {
    clock: createClock(() => offset),
    offsetMs: () => offset,
    refresh,
    onMove: (handler) => {
      handlers.add(handler)
      return () => handlers.delete(handler)
    },
  }
}

/** Moves time for every process. Time never runs backwards: what happened tomorrow can't unhappen. */
export async function moveCompanyClock(database: Database, byMs: number): Promise<void> {
  if (!Number.isSafeInteger(byMs) || byMs < 0) throw new RangeError("The company's clock only moves forward.")
  await database.transactAcrossTenants(async (db) => {
    await db
      .insert(clockOffsets)
      .values({ id: COMPANY_CLOCK, offsetMs: byMs })
      .onConflictDoUpdate({
        target: clockOffsets.id,
        set: { offsetMs: sql`${clockOffsets.offsetMs} + ${byMs}` },
      })
    await db.execute(sql`select pg_notify(${CLOCK_CHANNEL}, '')`)
  })
}

async function readOffset(database: Database): Promise<number> {
  const [row] = await database.transactAcrossTenants((db) =>
    db.select().from(clockOffsets).where(eq(clockOffsets.id, COMPANY_CLOCK)).limit(1),
  )
  return row?.offsetMs ?? 0
}
