import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isInWindow } from "#kit/sweeps/is-in-window.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { webhookInbox } from "./tables.ts"

/** The gateway's own words go; that it told us, when and of what stays with the payment. */
export async function forgetNotices(ctx: Context, window: ForgetWindow): Promise<number> {
  const emptied = await ctx.db.execute(sql`
    update ${webhookInbox} set raw_body = ''::bytea where id in (
      select id from ${webhookInbox} where state = 'processed' and raw_body <> ''::bytea
        and ${isInWindow(sql`received_at`, window)}
      order by received_at limit ${window.atMost})`)
  return emptied.rowCount ?? 0
}
