import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { signIns } from "./sign-in-tables.ts"

/** Who came in from where is kept for a while, to tell a stranger's visit, and no longer. */
export async function forgetSignIns(ctx: Context, { after, before, atMost }: ForgetWindow): Promise<number> {
  const gone = await ctx.db.execute(sql`
    delete from ${signIns} where id in (
      select id from ${signIns} where at >= ${after.toString()}::timestamptz and at < ${before.toString()}::timestamptz
      order by at limit ${atMost})`)
  return gone.rowCount ?? 0
}
