import { and, asc, desc, eq, isNull, lte, type Placeholder, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import type { Transaction } from "#kit/db.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import type { Language, Say } from "#kit/refusal.ts"
import type { itemShape } from "./contract.ts"
import { MOST_PAGES, MOST_VERSIONS, type PageKind, readableIn } from "./page.ts"
import { pages, versions } from "./tables.ts"

export type PageRow = typeof pages.$inferSelect
export type VersionRow = typeof versions.$inferSelect
export type Item = z.infer<typeof itemShape>

export interface Listing {
  readonly kind: PageKind
  readonly today: Temporal.PlainDate
  readonly language: Language
  /** Each must occur, in the reader's language. */
  readonly words?: readonly string[]
}

/** What visitors find, without the texts themselves: the shop window is public, so no reach narrows it. */
export async function listCurrent(ctx: Context, _reach: Reach, listing: Listing): Promise<Item[]> {
  const { kind, today, language, words = [] } = listing
  const wanted = { kind, day: today.toString() }
  // Without words it is a part of every page of the shop window.
  const rows =
    words.length === 0
      ? await allCurrent(ctx.db, wanted)
      : await currentPages(ctx.db, wanted, (texts) => words.map((word) => occurs(word, language, texts)))
  return rows.map((row) => {
    const told = readableIn(row.title, language)
    return {
      slug: row.slug,
      language: told,
      title: row.title[told],
      summary: row.summary[told],
      publishedOn: row.publishedOn,
      updatedOn: row.fromDay.toString(),
    }
  })
}

type Texts = Record<"title" | "summary" | "body", unknown>

function currentPages(
  db: Transaction,
  { kind, day }: Record<"kind" | "day", string | Placeholder>,
  narrow: (texts: Texts) => SQL[] = () => [],
) {
  const current = db
    .selectDistinctOn([versions.pageId], {
      slug: pages.slug,
      title: versions.title,
      summary: versions.summary,
      body: versions.body,
      fromDay: versions.fromDay,
      publishedOn: firstDay.as("published_on"),
    })
    .from(versions)
    .innerJoin(pages, and(eq(pages.tenantId, versions.tenantId), eq(pages.id, versions.pageId)))
    .where(
      and(sql`${pages.kind} = ${kind}`, isNull(pages.withdrawnAt), sql`${versions.fromDay} <= ${day}::date`),
    )
    .orderBy(versions.pageId, desc(versions.version))
    .as("current")
  return db
    .select({
      slug: current.slug,
      title: current.title,
      summary: current.summary,
      fromDay: current.fromDay,
      publishedOn: current.publishedOn,
    })
    .from(current)
    .where(and(...narrow(current)))
    .orderBy(desc(current.publishedOn), asc(current.slug))
    .limit(MOST_PAGES)
}

/** A piece of news keeps the day on which it first appeared. */
const firstDay = sql<string>`(min(${versions.fromDay}) over (partition by ${versions.pageId}))::text`

const allCurrent = keepStatement((db) =>
  currentPages(db, { kind: sql.placeholder("kind"), day: sql.placeholder("day") }),
)

/** A shop's guides are a few hundred at most: reading them through takes less than keeping an index of two languages. */
function occurs(word: string, language: Language, texts: Texts): SQL {
  const { title, summary, body } = texts
  return sql`position(${word} in lower(concat_ws(' ', ${title}->>${language}, ${summary}->>${language}, ${body}->>${language}))) > 0`
}

export interface CurrentPage {
  readonly version: VersionRow
  readonly publishedOn: string
}

export async function findCurrent(
  ctx: Context,
  _reach: Reach,
  { kind, slug, today }: { kind: PageKind; slug: string; today: Temporal.PlainDate },
): Promise<CurrentPage | undefined> {
  const [row] = await ctx.db
    .select({ version: versions, publishedOn: firstDay })
    .from(versions)
    .innerJoin(pages, and(eq(pages.tenantId, versions.tenantId), eq(pages.id, versions.pageId)))
    .where(
      and(
        eq(pages.kind, kind),
        eq(pages.slug, slug),
        isNull(pages.withdrawnAt),
        lte(versions.fromDay, today),
      ),
    )
    .orderBy(desc(versions.version))
    .limit(1)
  return row
}

/** Newest first. Texts that people agreed to stay readable for ever, so the public sees them as staff do. */
export async function listVersions(ctx: Context, _reach: Reach, pageId: string): Promise<VersionRow[]> {
  return ctx.db
    .select()
    .from(versions)
    .where(eq(versions.pageId, pageId))
    .orderBy(desc(versions.version))
    .limit(MOST_VERSIONS)
}

/** Drafts are the staff's. */
export async function findPage(ctx: Context, reach: Reach, id: string): Promise<PageRow | undefined> {
  if (reach.kind !== "all") return undefined
  const [row] = await ctx.db.select().from(pages).where(eq(pages.id, id)).limit(1)
  return row
}

export interface PageSummary {
  readonly page: Omit<PageRow, "draft"> & { readonly draftTitle: Say | null }
  readonly newest: Pick<VersionRow, "title" | "fromDay"> | null
}

export async function listPageRows(ctx: Context, reach: Reach): Promise<PageSummary[]> {
  if (reach.kind !== "all") return []
  const newest = ctx.db
    .selectDistinctOn([versions.pageId], {
      pageId: versions.pageId,
      title: versions.title,
      fromDay: versions.fromDay,
    })
    .from(versions)
    .orderBy(versions.pageId, desc(versions.version))
    .as("newest")
  const rows = await ctx.db
    .select({ page: pages, title: newest.title, fromDay: newest.fromDay })
    .from(pages)
    .leftJoin(newest, eq(newest.pageId, pages.id))
    .orderBy(desc(pages.createdAt), desc(pages.id))
    .limit(MOST_PAGES)
  return rows.map(({ page: { draft, ...page }, title, fromDay }) => ({
    page: { ...page, draftTitle: draft?.title ?? null },
    newest: title && fromDay ? { title, fromDay } : null,
  }))
}
