import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isInWindow } from "#kit/sweeps/is-in-window.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { attachments, messages } from "./tables.ts"

/** What was sent is kept to show what was said; what is still on its way is nobody's to forget. */
export async function forgetMessages(ctx: Context, window: ForgetWindow): Promise<number> {
  const old = await ctx.db.execute<{ id: string }>(sql`
    select id from ${messages} where state in ('sent', 'failed')
      and ${isInWindow(sql`created_at`, window)}
    order by created_at limit ${window.atMost}`)
  if (old.rows.length === 0) return 0
  const ids = sql`${sql.param(old.rows.map(({ id }) => id))}::text[]`
  await ctx.db.execute(sql`delete from ${attachments} where message_id = any (${ids})`)
  const gone = await ctx.db.execute(sql`delete from ${messages} where id = any (${ids})`)
  return gone.rowCount ?? 0
}
