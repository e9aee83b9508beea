import { asc, desc, eq, inArray, sql } from "drizzle-orm"
import type { z } from "zod"
import { findAccountFamily, listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { MOST_COUNTED } from "#kit/most-counted.ts"
import { customerRefusals } from "./errors.ts"
import { MOST_FIELDS } from "./field.ts"
import type { customerFileShape } from "./file-contract.ts"
import { MOST_FILES } from "./file-kind.ts"
import { MOST_NOTES } from "./note.ts"
import type { noteShape } from "./note-contract.ts"
import { accountTags, fieldValues, files, notes, tags } from "./tables.ts"
import { MOST_TAGS } from "./tag.ts"
import type { tagShape } from "./tag-contract.ts"

export type NoteView = z.infer<typeof noteShape>
export type FileView = z.infer<typeof customerFileShape>
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

/** By the field's id. */
export async function listFieldValues(
  ctx: Context,
  reach: Reach,
  accountId: string,
): Promise<Record<string, string>> {
  if (reach.kind !== "all") return {}
  const rows = await ctx.db
    .select({ fieldId: fieldValues.fieldId, value: fieldValues.value })
    .from(fieldValues)
    .where(eq(fieldValues.accountId, accountId))
    .orderBy(asc(fieldValues.fieldId))
    .limit(MOST_FIELDS)
  return Object.fromEntries(rows.map((row) => [row.fieldId, row.value]))
}

export async function getFile(ctx: Context, reach: Reach, id: string): Promise<FileView> {
  const rows = reach.kind === "all" ? await ctx.db.select().from(files).where(eq(files.id, id)).limit(1) : []
  const [view] = await describeFiles(ctx, rows)
  return view ?? customerRefusals.refuse("customers.file_missing", { id })
}

/** The newest first. */
export async function listFiles(
  ctx: Context,
  reach: Reach,
  accountIds: readonly string[],
): Promise<FileView[]> {
  if (reach.kind !== "all") return []
  const rows = await ctx.db
    .select()
    .from(files)
    .where(inArray(files.accountId, [...accountIds]))
    .orderBy(desc(files.createdAt), desc(files.id))
    .limit(MOST_FILES)
  return describeFiles(ctx, rows)
}

async function describeFiles(
  ctx: Context,
  rows: readonly (typeof files.$inferSelect)[],
): Promise<FileView[]> {
  const names = await listPersonNames(
    ctx,
    rows.map((row) => row.storedBy),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    contentType: row.contentType,
    bytes: row.bytes,
    sha256: row.sha256,
    storedBy: names.get(row.storedBy) ?? row.storedBy,
    createdAt: row.createdAt.toString(),
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
      customers: sql<number>`(select count(*)::int from (select from ${accountTags} as worn
        where worn.tenant_id = ${tags}.tenant_id and worn.tag_id = ${tags}.id
        limit ${MOST_COUNTED + 1}) as counted)`,
    })
    .from(tags)
    .$dynamic()
}
