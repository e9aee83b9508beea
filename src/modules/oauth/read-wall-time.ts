import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"

/** The machine's time, as the database has it: programs outside compare it with their own clocks, which nobody moves. */
export async function readWallTime(ctx: Pick<Context, "db">): Promise<Temporal.Instant> {
  const found = await ctx.db.execute<{ ms: string }>(
    sql`select floor(extract(epoch from now()) * 1000)::bigint as ms`,
  )
  return Temporal.Instant.fromEpochMilliseconds(Number(found.rows[0]?.ms))
}
