import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "../db.ts"

/** Which of these conditions hold, in their order: one question for all. */
export async function askNeeded(db: Transaction, conditions: readonly SQL[]): Promise<readonly boolean[]> {
  if (conditions.length === 0) return []
  const listed = sql.join([...conditions], sql`, `)
  const { rows } = await db.execute<{ needed: boolean[] }>(sql`select array[${listed}] as needed`)
  return rows[0]?.needed ?? []
}
