import { index, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, oneOf } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { noticeImportances, noticeKinds } from "./contract.ts"
import type { Audience } from "./notice.ts"
import { decisions } from "./notice.ts"
import type { Block } from "./rich-text-contract.ts"

export const noticesSchema = pgSchema("notices")

export const notices = tenantTable(
  noticesSchema,
  "notices",
  {
    kind: text("kind").$type<(typeof noticeKinds)[number]>().notNull(),
    importance: text("importance").$type<(typeof noticeImportances)[number]>().notNull(),
    title: jsonb("title").$type<Say>().notNull(),
    body: jsonb("body").$type<Readonly<Record<"en" | "ko", Block[]>>>().notNull(),
    audience: jsonb("audience").$type<Audience>().notNull(),
    /** What was decided about it; whether it is shown says the clock as well. */
    decision: text("decision").$type<(typeof decisions)[number]>().notNull(),
    publishAt: instant("publish_at"),
    expiresAt: instant("expires_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.decision, table.publishAt, table.id),
    oneOf("notices_kind", table.kind, noticeKinds),
    oneOf("notices_importance", table.importance, noticeImportances),
    oneOf("notices_decision", table.decision, decisions),
  ],
)

/** Who has opened which. */
export const reads = tenantTable(
  noticesSchema,
  "reads",
  {
    noticeId: text("notice_id").notNull(),
    personId: text("person_id").notNull(),
    readAt: instant("read_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.noticeId, table.personId),
    index().on(table.tenantId, table.personId),
    references(table, table.noticeId, () => notices).onDelete("cascade"),
  ],
)
