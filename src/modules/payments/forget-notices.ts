import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { webhookInbox } from "./tables.ts"

/** The gateway's own words go; that it told us, when and of what stays with the payment. */
export async function forgetNotices(ctx: Context, { after, before, atMost }: ForgetWindow): Promise<number> {
  const emptied = await ctx.db.execute(sql`
    update ${webhookInbox} set raw_body = ''::bytea where id in (
      select id from ${webhookInbox} where state = 'processed' and raw_body <> ''::bytea
        and received_at >= ${after.toString()}::timestamptz and received_at < ${before.toString()}::timestamptz
      order by received_at limit ${atMost})`)
  return emptied.rowCount ?? 0
}
