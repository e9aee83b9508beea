import { sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { EVENTS_CHANNEL } from "../listen.ts"
import type { EventKind } from "./events.ts"

/** Says that something happened, in the transaction in which it happened; reactions follow after its commit. */
export async function announce<Data>(
  ctx: Context,
  kind: EventKind<string, Data>,
  data: NoInfer<Data>,
): Promise<string> {
  const id = ctx.newId("evt")
  const words = JSON.stringify(kind.data.parse(data))
  await ctx.db.execute(sql`
    with announced as (
      insert into events.events (id, name, data, at)
      values (${id}, ${kind.name}, ${words}::jsonb, ${ctx.clock.now().toString()}::timestamptz)
      returning tenant_id)
    select pg_notify(${EVENTS_CHANNEL}, tenant_id) from announced`)
  return id
}
