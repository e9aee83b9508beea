import type { SQL } from "drizzle-orm"
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import type pg from "pg"
import type { Database } from "./db.ts"

const readers = new WeakMap<pg.Pool, NodePgDatabase>()

/**
 * One reading statement that belongs to no tenant, mostly a call of a definer function. Without a transaction
 * around it: a third of the round trips, and loops ask these questions all day.
 */
export async function readAcrossTenants<Row extends Record<string, unknown>>(
  database: Database,
  query: SQL,
): Promise<Row[]> {
  const reader = readers.get(database.pool) ?? drizzle(database.pool)
  readers.set(database.pool, reader)
  const found = await reader.execute(query)
  return found.rows as Row[]
}
