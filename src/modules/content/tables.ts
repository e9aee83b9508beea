import { jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, oneOf, plainDate } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { pageKinds } from "./contract.ts"
import type { PageKind, PageText } from "./page.ts"

export const content = pgSchema("content")

/** A text of the shop. Those that every shop has are named by their address: "terms". */
export const pages = tenantTable(
  content,
  "pages",
  {
    kind: text("kind").$type<PageKind>().notNull(),
    slug: text("slug").notNull(),
    /** What is being written and nobody outside sees. */
    draft: jsonb("draft").$type<PageText>(),
    draftEditedAt: instant("draft_edited_at"),
    draftEditedBy: text("draft_edited_by"),
    withdrawnAt: instant("withdrawn_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("pages_slug").on(table.tenantId, table.kind, table.slug),
    oneOf("pages_kind", table.kind, pageKinds),
  ],
)

/** What was published, word for word: rows are added and never changed (migrations/repeatable/content-versions.sql). */
export const versions = tenantTable(
  content,
  "versions",
  {
    pageId: text("page_id").notNull(),
    /** "2026-12-01", and "2026-12-01.02" for a second one of the day: sorts as it reads. */
    version: text("version").notNull(),
    /** The first day on which it is shown and counts, in the shop's calendar. */
    fromDay: plainDate("from_day").notNull(),
    title: jsonb("title").$type<Say>().notNull(),
    summary: jsonb("summary").$type<Say>().notNull(),
    body: jsonb("body").$type<Say>().notNull(),
    note: text("note").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: text("published_by").notNull(),
  },
  (table) => [
    uniqueIndex("versions_version").on(table.tenantId, table.pageId, table.version),
    references(table, table.pageId, () => pages),
  ],
)
