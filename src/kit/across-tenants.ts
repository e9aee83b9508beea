import { type SQL, sql } from "drizzle-orm"
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import type pg from "pg"
import { actorId, type Context } from "./context.ts"
import type { Database, Transaction } from "./db.ts"

const readers = new WeakMap<pg.Pool, NodePgDatabase>()

/**
 * One reading statement that belongs to no tenant, mostly a call of a definer function. Without a transaction
 * around it: a third of the round trips, and loops ask these questions all day.
 */
export async function readAcrossTenants<Row extends Record<string, unknown>>(
  database: Database,
  query: SQL,
): Promise<Row[]> {
  const found = await readerAcrossTenants(database).execute(query)
  return found.rows as Row[]
}

/** For a query that is put together with drizzle. */
export function readerAcrossTenants(database: Database): Transaction {
  const reader = readers.get(database.pool) ?? drizzle(database.pool)
  readers.set(database.pool, reader)
  return reader
}

/** For one that writes, where it needs no other: it is a transaction by itself. */
export const writerAcrossTenants = readerAcrossTenants

/**
 * A few statements behind another tenant's wall, inside the caller's own transaction: both sides are written, or
 * neither. There the caller is no person but the root company, and the name says for whom. Nothing else may use the
 * connection meanwhile: a statement that runs beside it would stand on the wrong side.
 */
export async function inOtherTenant<Result>(
  ctx: Context,
  tenant: string,
  body: (there: Context) => Promise<Result>,
): Promise<Result> {
  await ctx.db.execute(sql`savepoint other_tenant`)
  try {
    await standIn(ctx.db, tenant)
    const result = await body({
      ...ctx,
      tenant,
      actor: { kind: "system", name: `root:${actorId(ctx.actor)}`, permissions: new Set() },
    })
    await standIn(ctx.db, ctx.tenant)
    await ctx.db.execute(sql`release savepoint other_tenant`)
    return result
  } catch (error) {
    // Takes back where we stand along with everything that was written.
    await ctx.db.execute(sql`rollback to savepoint other_tenant`)
    throw error
  }
}

async function standIn(db: Transaction, tenant: string): Promise<void> {
  await db.execute(sql`select set_config('app.tenant_id', ${tenant}, true)`)
}
