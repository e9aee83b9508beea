import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isInWindow } from "#kit/sweeps/is-in-window.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { signUps } from "./sign-in-tables.ts"

/**
 * A password that was never used and an address that was never confirmed are nobody's to keep; of those that were,
 * the person has it all. One that came with an order stays: whoever confirms it later still finds the order.
 */
export async function forgetSignUps(ctx: Context, window: ForgetWindow): Promise<number> {
  const gone = await ctx.db.execute(sql`
    delete from ${signUps} where id in (
      select id from ${signUps} where (account_id is null or done_at is not null)
        and ${isInWindow(sql`created_at`, window)}
      order by created_at limit ${window.atMost})`)
  return gone.rowCount ?? 0
}
