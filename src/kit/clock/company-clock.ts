import { eq, sql } from "drizzle-orm"
import pg from "pg"
import { type Clock, createClock } from "../clock.ts"
import type { Log } from "../context.ts"
import type { Database } from "../db.ts"
import { clockOffsets } from "./tables.ts"

/** The clock every process of the company shares: the machine's time plus the offset kept in the database. */
export interface CompanyClock {
  readonly clock: Clock
  offsetMs(): number
  /** Reads the offset again; the listener does it by itself within moments of a move. */
  refresh(): Promise<void>
  close(): Promise<void>
}

const COMPANY = "company"
const CHANNEL = "hostwell_clock"

export async function openCompanyClock(database: Database, log: Log): Promise<CompanyClock> {
  let offset = await readOffset(database)
  const refresh = async () => {
    offset = await readOffset(database)
  }
  const listener = await listen(database.url, log, refresh)
  return { clock: createClock(() => offset), offsetMs: () => offset, refresh, close: () => listener.close() }
}

/** Moves time for every process. Time never runs backwards: what happened tomorrow can't unhappen. */
export async function moveCompanyClock(database: Database, byMs: number): Promise<void> {
  if (!Number.isSafeInteger(byMs) || byMs < 0) throw new RangeError("The company's clock only moves forward.")
  await database.transactAcrossTenants(async (db) => {
    await db
      .insert(clockOffsets)
      .values({ id: COMPANY, offsetMs: byMs })
      .onConflictDoUpdate({
        target: clockOffsets.id,
        set: { offsetMs: sql`${clockOffsets.offsetMs} + ${byMs}` },
      })
    await db.execute(sql`select pg_notify(${CHANNEL}, '')`)
  })
}

async function readOffset(database: Database): Promise<number> {
  const [row] = await database.transactAcrossTenants((db) =>
    db.select().from(clockOffsets).where(eq(clockOffsets.id, COMPANY)).limit(1),
  )
  return row?.offsetMs ?? 0
}

/** A dropped listener (database restarted) comes back within a second and reads what it missed. */
async function listen(
  url: string,
  log: Log,
  onMove: () => Promise<void>,
): Promise<{ close(): Promise<void> }> {
  let isClosed = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  const refresh = () => {
    onMove().catch((error: unknown) =>
      log.warn({ error: String(error) }, "the company's clock could not be read"),
    )
  }
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url })
    next.on("error", () => {})
    next.on("end", () => {
      if (!isClosed) retry = setTimeout(reconnect, 1_000)
    })
    next.on("notification", refresh)
    await next.connect()
    await next.query(`listen ${CHANNEL}`)
    client = next
    refresh()
  }
  const reconnect = () => {
    connect().catch(() => {
      if (!isClosed) retry = setTimeout(reconnect, 1_000)
    })
  }
  await connect()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
