import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { signUps } from "./sign-in-tables.ts"

/**
 * A password that was never used and an address that was never confirmed are nobody's to keep; of those that were,
 * the person has it all. One that came with an order stays: whoever confirms it later still finds the order.
 */
export async function forgetSignUps(ctx: Context, { after, before, atMost }: ForgetWindow): Promise<number> {
  const gone = await ctx.db.execute(sql`
    delete from ${signUps} where id in (
      select id from ${signUps} where (account_id is null or done_at is not null)
        and created_at >= ${after.toString()}::timestamptz and created_at < ${before.toString()}::timestamptz
      order by created_at limit ${atMost})`)
  return gone.rowCount ?? 0
}
