import { sql } from "drizzle-orm"
import { index, jsonb, pgSchema, text } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"
import { tenantTable } from "#kit/tenant-table.ts"

export const audit = pgSchema("audit")

/** Append-only: the bound role may insert and read, never change (migrations/repeatable/audit-append-only.sql). */
export const entries = tenantTable(
  audit,
  "entries",
  {
    at: instant("at").notNull(),
    act: text("act").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    /** The member of staff who acted as the actor. */
    impersonatorId: text("impersonator_id"),
    subjectId: text("subject_id").notNull(),
    accountId: text("account_id"),
    reason: text("reason"),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    requestId: text("request_id"),
  },
  (table) => [
    index().on(table.tenantId, table.at, table.id),
    index().on(table.tenantId, table.act, table.at, table.id),
    index().on(table.tenantId, table.subjectId, table.at, table.id),
    index().on(table.tenantId, table.actorId, table.at, table.id),
    index("entries_impersonator")
      .on(table.tenantId, table.impersonatorId, table.at, table.id)
      .where(sql`impersonator_id is not null`),
    index().on(table.tenantId, table.accountId, table.at, table.id),
  ],
)
