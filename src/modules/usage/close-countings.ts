import { sql } from "drizzle-orm"
import type { UseAsked } from "#billing"
import type { Context } from "#kit/context.ts"
import { countings } from "./tables.ts"

/** From here on nothing more counts in these days. Waits for whoever is recording, and keeps others waiting. */
export async function closeCountings(ctx: Context, asked: readonly UseAsked[]): Promise<void> {
  if (asked.length === 0) return
  const column = (read: (one: UseAsked) => string | boolean) => sql.param(asked.map(read))
  await ctx.db.execute(sql`
    insert into ${countings} (id, counted_until, is_over)
    select id, max(until), bool_or(is_last)
    from unnest(${column((one) => one.subscriptionId)}::text[], ${column((one) => one.to.toString())}::date[],
      ${column((one) => one.isLast === true)}::boolean[]) as asked (id, until, is_last)
    group by id order by id
    on conflict (tenant_id, id) do update set
      counted_until = greatest(countings.counted_until, excluded.counted_until),
      is_over = countings.is_over or excluded.is_over`)
}
