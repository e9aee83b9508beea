import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isInWindow } from "#kit/sweeps/is-in-window.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { signIns } from "./sign-in-tables.ts"

/** Who came in from where is kept for a while, to tell a stranger's visit, and no longer. */
export async function forgetSignIns(ctx: Context, window: ForgetWindow): Promise<number> {
  const gone = await ctx.db.execute(sql`
    delete from ${signIns} where id in (
      select id from ${signIns} where ${isInWindow(sql`at`, window)}
      order by at limit ${window.atMost})`)
  return gone.rowCount ?? 0
}
