import { type SQL, sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { EVENTS_CHANNEL } from "../listen.ts"
import { arrayOf } from "../write-rows.ts"
import type { EventKind } from "./events.ts"

/** Says that something happened, in the transaction in which it happened; reactions follow after its commit. */
export async function announce<Data>(
  ctx: Context,
  kind: EventKind<string, Data>,
  data: NoInfer<Data>,
): Promise<string> {
  const [id = ""] = await announceAll(ctx, kind, [data])
  return id
}

/** The same that happened to many, by one statement. */
export async function announceAll<Data>(
  ctx: Context,
  kind: EventKind<string, Data>,
  all: readonly NoInfer<Data>[],
): Promise<string[]> {
  if (all.length === 0) return []
  const { ids, statement } = packAnnouncements(ctx, kind, all)
  await ctx.db.execute(statement)
  return ids
}

/** That statement, to be sent with what it tells of. */
export function packAnnouncements<Data>(
  ctx: Pick<Context, "newId" | "clock">,
  kind: EventKind<string, Data>,
  all: readonly NoInfer<Data>[],
): { readonly ids: string[]; readonly statement: SQL } {
  const ids = all.map(() => ctx.newId("evt"))
  const words = all.map((data) => JSON.stringify(kind.data.parse(data)))
  const statement = sql`
    with announced as (
      insert into events.events (id, name, data, at)
      select told.id, ${kind.name}, told.data, ${ctx.clock.now().toString()}::timestamptz
      from unnest(${sql.param(arrayOf(ids))}::text[], ${sql.param(arrayOf(words))}::jsonb[]) as told(id, data)
      returning tenant_id)
    select pg_notify(${EVENTS_CHANNEL}, tenant_id) from announced limit 1`
  return { ids, statement }
}
