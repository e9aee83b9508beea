import { type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { FEW } from "#kit/few-or-many.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import { accountsOf } from "./accounts-of.ts"
import type { customerFilter, customerRowShape } from "./contract.ts"
import { fitsSearch, type Needle } from "./fits-search.ts"
import { isCommon } from "./is-common.ts"
import { lookFor } from "./look-for.ts"
import { readNeedle } from "./needle.ts"

export type CustomerRow = z.infer<typeof customerRowShape>

/** So many are gone through for what is common before all that fit are looked up. */
const WINDOW = 3_000

type Wish = z.infer<typeof customerFilter> & { readonly limit: number; readonly after?: string | undefined }

/** The page is cut first, and only its rows are looked at any closer. */
export async function listCustomers(ctx: Context, reach: Reach, wish: Wish): Promise<Page<CustomerRow>> {
  // Too little to search by finds nobody, rather than everybody.
  const needle = readNeedle(wish.search ?? "")
  if (reach.kind !== "all" || (wish.search?.trim() && !needle)) return { items: [], next: null }
  const key = decodeKey(wish.after, 2)
  const wanted = await conditionsOf(ctx, wish)
  const conditions = [
    sql`a.merged_into_id is null`,
    ...wanted,
    plannedAnew(needle, ...wanted) ?? sql`true`,
    ...(key ? [sql`(a.created_at, a.id) < (${key[0]}::timestamptz, ${key[1]})`] : []),
  ]
  const rows = needle
    ? await search(ctx, wish, conditions, needle)
    : await readRows(ctx, wish, sql`identity.accounts a where ${allOf(conditions)}`)
  const page = cutPage(rows, wish.limit, (row) => [row.createdAt, row.id])
  return {
    items: page.items.map((row) => ({ ...row, createdAt: Temporal.Instant.from(row.createdAt).toString() })),
    next: page.next,
  }
}

/**
 * What everybody has fills the page from the newest on; of what few have all are looked up and put in order; and what
 * stands between, too many to be put in order, is gone through to the end.
 */
async function search(ctx: Context, wish: Wish, conditions: readonly SQL[], needle: Needle): Promise<Row[]> {
  if (await isCommon(ctx, needle)) {
    const newest = sql`(select * from identity.accounts a where ${allOf(conditions)}
      order by a.created_at desc, a.id desc limit ${WINDOW}) a where ${fitsSearch(needle)}`
    const rows = await readRows(ctx, wish, newest)
    if (rows.length > wish.limit) return rows
  }
  const found = await lookFor(ctx, needle)
  const from = found
    ? sql`${accountsOf(found)} a where ${allOf(conditions)}`
    : sql`identity.accounts a where ${allOf([...conditions, fitsSearch(needle)])}`
  return readRows(ctx, wish, from)
}

function allOf(conditions: readonly SQL[]): SQL {
  return sql.join([...conditions], sql` and `)
}

async function readRows(ctx: Context, wish: Wish, from: SQL): Promise<Row[]> {
  const found = await ctx.db.execute<Row>(sql`
    with page as (
      select a.id, a.name, a.kind, a.email, a.phone, a.country, a.language, a.created_at
      from ${from}
      order by a.created_at desc, a.id desc limit ${wish.limit + 1}
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
  return found.rows
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
  const few = (await areMany(ctx, sql`provisioning.services where state in (${states})`))
    ? undefined
    : await findFew(ctx, sql`select account_id from provisioning.services where state in (${states})`)
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

/** Counted in the index alone: to read a thousand rows only to know that they are too many takes the most of a page's time. */
async function areMany(ctx: Context, from: SQL): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ counted: number }>(
    sql`select count(*)::int as counted from (select from ${from} limit ${FEW + 1}) one`,
  )
  return (rows[0]?.counted ?? 0) > FEW
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
  const { tagId, state, country, hasTrouble } = filter
  return [
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
