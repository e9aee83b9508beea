import { AsyncLocalStorage } from "node:async_hooks"
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import type pg from "pg"
import type { Database, StatementRunner } from "#kit/db.ts"

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
export function createTenantStatements(database: Database): TenantStatements {
  const scope = new AsyncLocalStorage<string>()
  const runner = {
    query: (...statement: Parameters<StatementRunner["query"]>) => {
      const tenant = scope.getStore()
      if (tenant === undefined) throw new Error("A statement outside any tenant.")
      return database.statementsOf(tenant).query(...statement)
    },
  }
  return {
    db: drizzle(runner as unknown as pg.Pool),
    within: (tenant, body) => scope.run(tenant, body),
  }
}
