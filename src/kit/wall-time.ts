import { sql } from "drizzle-orm"
import type { Transaction } from "./db.ts"

/** The machine's time, as the database has it: for what others compare with their own clocks, which nobody moves. */
export async function readWallTime({ db }: { readonly db: Transaction }): Promise<Temporal.Instant> {
  const found = await db.execute<{ ms: string }>(
    sql`select floor(extract(epoch from now()) * 1000)::bigint as ms`,
  )
  return Temporal.Instant.fromEpochMilliseconds(Number(found.rows[0]?.ms))
}
