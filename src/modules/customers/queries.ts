import { asc, desc, eq, inArray, sql } from "drizzle-orm"
import type { z } from "zod"
import { findAccountFamily, listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { MOST_NOTES } from "./note.ts"
import type { noteShape } from "./note-contract.ts"
import { accountTags, notes, tags } from "./tables.ts"
import { MOST_TAGS } from "./tag.ts"
import type { tagShape } from "./tag-contract.ts"

export type NoteView = z.infer<typeof noteShape>
export type TagView = z.infer<typeof tagShape>

/** The account itself, and those that were merged into it. Customers are the staff's: an account's reach has none. */
export async function listFamily(ctx: Context, reach: Reach, accountId: string): Promise<readonly string[]> {
  if (reach.kind !== "all") return customerRefusals.refuse("customers.customer_missing", { accountId })
  const family = await findAccountFamily(ctx, accountId)
  return family ?? customerRefusals.refuse("customers.customer_missing", { accountId })
}

export async function getNote(ctx: Context, reach: Reach, id: string): Promise<NoteView> {
  const [row] = reach.kind === "all" ? await ctx.db.select().from(notes).where(eq(notes.id, id)).limit(1) : []
  if (!row) return customerRefusals.refuse("customers.note_missing", { id })
  const [view] = await describeNotes(ctx, [row])
  return view ?? customerRefusals.refuse("customers.note_missing", { id })
}

/** The pinned ones first, then the newest. */
export async function listNotes(
  ctx: Context,
  reach: Reach,
  accountIds: readonly string[],
): Promise<NoteView[]> {
  if (reach.kind !== "all") return []
  const rows = await ctx.db
    .select()
    .from(notes)
    .where(inArray(notes.accountId, [...accountIds]))
    .orderBy(desc(notes.isPinned), desc(notes.createdAt), desc(notes.id))
    .limit(MOST_NOTES)
  return describeNotes(ctx, rows)
}

async function describeNotes(
  ctx: Context,
  rows: readonly (typeof notes.$inferSelect)[],
): Promise<NoteView[]> {
  const names = await listPersonNames(
    ctx,
    rows.map((row) => row.authorId),
  )
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    isPinned: row.isPinned,
    author: names.get(row.authorId) ?? row.authorId,
    createdAt: row.createdAt.toString(),
    editedAt: row.editedAt?.toString() ?? null,
  }))
}

export async function listTags(ctx: Context, reach: Reach): Promise<TagView[]> {
  if (reach.kind !== "all") return []
  return selectTags(ctx).orderBy(asc(tags.nameKey)).limit(MOST_TAGS)
}

export async function getTag(ctx: Context, reach: Reach, id: string): Promise<TagView> {
  const [row] = reach.kind === "all" ? await selectTags(ctx).where(eq(tags.id, id)).limit(1) : []
  return row ?? customerRefusals.refuse("customers.tag_missing", { id })
}

export async function listTagIds(ctx: Context, reach: Reach, accountId: string): Promise<string[]> {
  if (reach.kind !== "all") return []
  const rows = await ctx.db
    .select({ tagId: accountTags.tagId })
    .from(accountTags)
    .where(eq(accountTags.accountId, accountId))
    .orderBy(asc(accountTags.tagId))
    .limit(MOST_TAGS)
  return rows.map((row) => row.tagId)
}

/** Of these the ones that are there and weren't merged away. */
export async function listOpenAccountIds(
  ctx: Context,
  reach: Reach,
  accountIds: readonly string[],
): Promise<string[]> {
  if (reach.kind !== "all") return []
  const found = await ctx.db.execute<{ id: string }>(sql`
    select id from identity.accounts
    where id = any(${sql.param([...accountIds])}::text[]) and merged_into_id is null`)
  return found.rows.map((row) => row.id)
}

function selectTags(ctx: Context) {
  return ctx.db
    .select({
      id: tags.id,
      name: tags.name,
      color: tags.color,
      // Columns written by hand: of a select from one table drizzle prints them bare, and here two tables have them.
      customers: sql<number>`(select count(*)::int from ${accountTags} as worn
        where worn.tenant_id = ${tags}.tenant_id and worn.tag_id = ${tags}.id)`,
    })
    .from(tags)
    .$dynamic()
}
