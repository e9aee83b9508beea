import { type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { FEW } from "#kit/few-or-many.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import type { customerFilter, customerRowShape } from "./contract.ts"
import { readNeedle } from "./needle.ts"

export type CustomerRow = z.infer<typeof customerRowShape>

/** A filter on top of a search looks through so many of its matches at most. */
const MOST_MATCHES = 500

/** The page is cut first, and only its rows are looked at any closer. */
export async function listCustomers(
  ctx: Context,
  reach: Reach,
  filter: z.infer<typeof customerFilter> & { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<CustomerRow>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const key = decodeKey(filter.after, 2)
  const wanted = await conditionsOf(ctx, filter)
  const conditions = [
    sql`a.merged_into_id is null`,
    ...wanted,
    plannedAnew(...wanted) ?? sql`true`,
    ...(key ? [sql`(a.created_at, a.id) < (${key[0]}::timestamptz, ${key[1]})`] : []),
  ]
  const found = await ctx.db.execute<Row>(sql`
    with page as (
      select a.id, a.name, a.kind, a.email, a.phone, a.country, a.language, a.created_at
      from identity.accounts a
      where ${sql.join(conditions, sql` and `)}
      order by a.created_at desc, a.id desc limit ${filter.limit + 1}
    )
    select page.id, page.name, page.kind, page.email, page.phone, page.country, page.language,
      to_json(page.created_at) #>> '{}' as "createdAt", held.live as "serviceCount",
      case when held.live > 0 then 'active' when held.ended > 0 then 'former' else 'prospect' end as state,
      (held.troubled > 0 or exists (select from orders.orders o
        where o.account_id = page.id and o.needs_attention)) as "hasTrouble",
      coalesce((select jsonb_object_agg(v.field_id, v.value) from customers.field_values v
        where v.account_id = page.id), '{}') as fields,
      array(select t.tag_id from customers.account_tags t where t.account_id = page.id order by t.tag_id) as "tagIds"
    from page
    cross join lateral (
      select count(*) filter (where s.state in (${liveStates}))::int as live,
        count(*) filter (where s.state = 'ended')::int as ended,
        count(*) filter (where s.state = 'needs_attention')::int as troubled
      from provisioning.services s where s.account_id = page.id
    ) held
    order by page.created_at desc, page.id desc`)
  const page = cutPage(found.rows, filter.limit, (row) => [row.createdAt, row.id])
  return {
    items: page.items.map((row) => ({ ...row, createdAt: Temporal.Instant.from(row.createdAt).toString() })),
    next: page.next,
  }
}

type Row = CustomerRow & Record<string, unknown>

const liveStates = sql`'building', 'active', 'suspended', 'needs_attention'`
/** Asked of each account on its own: a search of all services for a page of 25 customers would look at every one of them. */
const hasLive = sql`(select true from provisioning.services s
  where s.account_id = a.id and s.state in (${liveStates}) limit 1) is true`
const hasEnded = sql`(select true from provisioning.services s
  where s.account_id = a.id and s.state = 'ended' limit 1) is true`

/** Where few have such services, their accounts are looked up; where many do, the list is gone through. */
async function standsAs(ctx: Context, state: CustomerRow["state"]): Promise<SQL> {
  if (state === "prospect") return sql`(not ${hasLive} and not ${hasEnded})`
  const [states, row] =
    state === "active" ? [liveStates, hasLive] : [sql`'ended'`, sql`(${hasEnded} and not ${hasLive})`]
  const few = await findFew(ctx, sql`select account_id from provisioning.services where state in (${states})`)
  return few ? sql`(${isOneOf(few)} and ${row})` : row
}

async function wears(ctx: Context, tagId: string): Promise<SQL> {
  const few = await findFew(
    ctx,
    sql`select account_id from customers.account_tags where tag_id = ${tagId} order by account_id`,
  )
  return few
    ? isOneOf(few)
    : sql`(select true from customers.account_tags t where t.tag_id = ${tagId} and t.account_id = a.id) is true`
}

/** Their ids, if they are few; the selection says in which order, so that its index serves. */
async function findFew(ctx: Context, selection: SQL): Promise<string[] | undefined> {
  const { rows } = await ctx.db.execute<{ account_id: string }>(sql`${selection} limit ${FEW + 1}`)
  return rows.length > FEW ? undefined : rows.map((row) => row.account_id)
}

function isOneOf(accountIds: readonly string[]): SQL {
  return sql`a.id = any(${sql.param([...new Set(accountIds)])}::text[])`
}

async function conditionsOf(ctx: Context, filter: z.infer<typeof customerFilter>): Promise<SQL[]> {
  const { search, tagId, state, country, hasTrouble } = filter
  const needle = readNeedle(search ?? "")
  return [
    ...(needle
      ? [
          sql`a.id in (select found.account_id
            from customers.search(${needle.words}, ${needle.digits}, ${MOST_MATCHES}) found)`,
        ]
      : []),
    // Too little to search by finds nobody, rather than everybody.
    ...(search?.trim() && !needle ? [sql`false`] : []),
    ...(tagId ? [await wears(ctx, tagId)] : []),
    ...(state ? [await standsAs(ctx, state)] : []),
    ...(country ? [sql`a.country = ${country.toUpperCase()}`] : []),
    ...(hasTrouble
      ? [
          sql`a.id in (select s.account_id from provisioning.services s where s.state = 'needs_attention'
            union all select o.account_id from orders.orders o where o.needs_attention)`,
        ]
      : []),
  ]
}
