import { AsyncLocalStorage } from "node:async_hooks"
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import type pg from "pg"

export interface TenantStatements {
  readonly db: NodePgDatabase
  /** Whatever runs inside sees only this tenant's rows. */
  within<Result>(tenant: string, body: () => Promise<Result>): Promise<Result>
}

/**
 * A drizzle database for the sign-in library: every statement is a transaction of its own, bound to the tenant
 * of the surrounding call. One transaction around the whole sign-in would hold a connection while a password
 * is hashed, and a lost insert race would abort everything after it.
 */
export function createTenantStatements(pool: pg.Pool): TenantStatements {
  const scope = new AsyncLocalStorage<string>()
  const runner = {
    query: (...statement: unknown[]) => {
      const tenant = scope.getStore()
      if (tenant === undefined) throw new Error("A statement outside any tenant.")
      return runStatement(pool, tenant, statement)
    },
  }
  return {
    db: drizzle(runner as unknown as pg.Pool),
    within: (tenant, body) => scope.run(tenant, body),
  }
}

async function runStatement(pool: pg.Pool, tenant: string, statement: unknown[]): Promise<unknown> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query("begin")
    await client.query("select set_config('app.tenant_id', $1, true)", [tenant])
    const result = await (client.query as (...values: unknown[]) => Promise<unknown>).apply(client, statement)
    await client.query("commit")
    return result
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    // A connection that could not roll back is thrown away: its tenant must not leak into the next one.
    client.release(broken)
  }
}
