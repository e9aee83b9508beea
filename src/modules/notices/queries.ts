import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { actorId, type Context, type Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { ownNoticeShape } from "./contract.ts"
import { noticeRefusals } from "./errors.ts"
import { languageFor } from "./notice.ts"
import { plainTextOf } from "./rich-text.ts"
import type { Block } from "./rich-text-contract.ts"
import { notices, reads } from "./tables.ts"

export type OwnNotice = z.infer<typeof ownNoticeShape>

const PREVIEW_CHARACTERS = 160
/** More than that at once are urgent to nobody. */
const MOST_URGENT = 3

/** For one of the reader's accounts; staff look at all of them. */
function isFor(reach: Reach): SQL | undefined {
  if (reach.kind === "all") return undefined
  const ids = sql.param([...reach.accountIds])
  return sql`exists (select from identity.accounts a where a.id = any(${ids}::text[])
    and (jsonb_array_length(${notices.audience} -> 'accountKinds') = 0 or ${notices.audience} -> 'accountKinds' ? a.kind)
    and (jsonb_array_length(${notices.audience} -> 'countries') = 0 or ${notices.audience} -> 'countries' ? a.country)
    and (not (${notices.audience} ->> 'needsService')::boolean or exists (select from provisioning.services s
      where s.account_id = a.id and s.state in ('building', 'active', 'suspended', 'needs_attention')))
    and (jsonb_array_length(${notices.audience} -> 'tagIds') = 0 or exists (select from customers.account_tags t
      where t.account_id = a.id and ${notices.audience} -> 'tagIds' ? t.tag_id)))`
}

/** Out by now and not over, as `stateAt` says it. */
function isShown(ctx: Context, reach: Reach): SQL | undefined {
  const now = ctx.clock.now().toString()
  return and(
    eq(notices.decision, "released"),
    sql`${notices.publishAt} <= ${now}::timestamptz`,
    sql`(${notices.expiresAt} is null or ${notices.expiresAt} > ${now}::timestamptz)`,
    isFor(reach),
  )
}

/** With the names of tables written out: where one table is selected from alone, columns are said without theirs. */
const isReadBy = (ctx: Context) => sql<boolean>`exists (select from ${reads} as read
  where read.notice_id = ${notices}.id and read.person_id = ${actorId(ctx.actor)})`

export async function listOwnNotices(
  ctx: Context,
  reach: Reach,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<OwnNotice>> {
  const key = decodeKey(after, 2)
  const rows = await ctx.db
    .select({ notice: notices, isRead: isReadBy(ctx) })
    .from(notices)
    .where(
      and(
        isShown(ctx, reach),
        key ? sql`(${notices.publishAt}, ${notices.id}) < (${key[0]}::timestamptz, ${key[1]})` : undefined,
      ),
    )
    .orderBy(desc(notices.publishAt), desc(notices.id))
    .limit(limit + 1)
  const page = cutPage(rows, limit, ({ notice }) => [notice.publishAt?.toString() ?? "", notice.id])
  return { items: page.items.map((row) => ownViewOf(ctx, row)), next: page.next }
}

export async function getOwnNotice(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<OwnNotice & { body: Block[] }> {
  const [row] = await ctx.db
    .select({ notice: notices, isRead: isReadBy(ctx) })
    .from(notices)
    .where(and(eq(notices.id, id), isShown(ctx, reach)))
    .limit(1)
  if (!row) return noticeRefusals.refuse("notices.notice_missing")
  return { ...ownViewOf(ctx, row), body: row.notice.body[languageFor(row.notice, ctx.language)] }
}

export async function sumUpOwnNotices(
  ctx: Context,
  reach: Reach,
): Promise<{ unread: number; urgent: { id: string; title: string }[] }> {
  const rows = await ctx.db
    .select({ id: notices.id, title: notices.title, body: notices.body, importance: notices.importance })
    .from(notices)
    .where(and(isShown(ctx, reach), sql`not ${isReadBy(ctx)}`))
    .orderBy(desc(notices.publishAt), desc(notices.id))
    .limit(100)
  const urgent = rows.filter(({ importance }) => importance === "urgent").slice(0, MOST_URGENT)
  return {
    unread: rows.length,
    urgent: urgent.map((one) => ({ id: one.id, title: one.title[languageFor(one, ctx.language)] })),
  }
}

function ownViewOf(
  ctx: Context,
  { notice, isRead }: { readonly notice: typeof notices.$inferSelect; readonly isRead: boolean },
): OwnNotice {
  const language = languageFor(notice, ctx.language)
  return {
    id: notice.id,
    kind: notice.kind,
    importance: notice.importance,
    title: notice.title[language],
    preview: plainTextOf(notice.body[language], PREVIEW_CHARACTERS),
    publishedAt: notice.publishAt?.toString() ?? notice.createdAt.toString(),
    isRead,
  }
}
