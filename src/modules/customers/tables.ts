import { boolean, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { accounts } from "#identity/tables"
import { instant, oneOf } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { fieldKinds, importStates, tagColors } from "./contract.ts"
import type { PlannedRow } from "./planned-row.ts"

export const customers = pgSchema("customers")

/** What staff write down about a customer, in plain text. */
export const notes = tenantTable(
  customers,
  "notes",
  {
    accountId: text("account_id").notNull(),
    text: text("text").notNull(),
    isPinned: boolean("is_pinned").notNull(),
    /** Whoever wrote it: a person's id, or the house's own name. */
    authorId: text("author_id").notNull(),
    createdAt: instant("created_at").notNull(),
    editedAt: instant("edited_at"),
  },
  (table) => [
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    references(table, table.accountId, () => accounts),
  ],
)

export const tags = tenantTable(
  customers,
  "tags",
  {
    name: text("name").notNull(),
    /** The name in lower case: "VIP" and "vip" are one tag. */
    nameKey: text("name_key").notNull(),
    color: text("color").$type<(typeof tagColors)[number]>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex().on(table.tenantId, table.nameKey), oneOf("tags_color", table.color, tagColors)],
)

export const accountTags = tenantTable(
  customers,
  "account_tags",
  { accountId: text("account_id").notNull(), tagId: text("tag_id").notNull() },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId, table.tagId),
    index().on(table.tenantId, table.tagId, table.accountId),
    references(table, table.accountId, () => accounts),
    references(table, table.tagId, () => tags).onDelete("cascade"),
  ],
)

/** What this shop wants to know about its customers besides what every shop does. */
export const fields = tenantTable(
  customers,
  "fields",
  {
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    kind: text("kind").$type<(typeof fieldKinds)[number]>().notNull(),
    /** Of a choice; empty for the others. */
    choices: jsonb("choices").$type<readonly string[]>().notNull(),
    /** Whether the list of customers has a column for it. */
    isListed: boolean("is_listed").notNull(),
    position: integer("position").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex().on(table.tenantId, table.nameKey), oneOf("fields_kind", table.kind, fieldKinds)],
)

/** One value as text, as its kind writes it: "12.5", "2026-03-31", "yes". No row is no value. */
export const fieldValues = tenantTable(
  customers,
  "field_values",
  {
    accountId: text("account_id").notNull(),
    fieldId: text("field_id").notNull(),
    value: text("value").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId, table.fieldId),
    index().on(table.tenantId, table.fieldId),
    references(table, table.accountId, () => accounts),
    references(table, table.fieldId, () => fields).onDelete("cascade"),
  ],
)

/** What was stored about a customer's file; its bytes lie in the file store under `key`. */
export const files = tenantTable(
  customers,
  "files",
  {
    accountId: text("account_id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    contentType: text("content_type").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    storedBy: text("stored_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.key),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    references(table, table.accountId, () => accounts),
  ],
)

/** A file of customers that was read and looked through, and what became of it. Kept, so that nothing typed is lost. */
export const imports = tenantTable(
  customers,
  "imports",
  {
    fileName: text("file_name").notNull(),
    state: text("state").$type<(typeof importStates)[number]>().notNull(),
    columns: jsonb("columns").$type<readonly string[]>().notNull(),
    rows: jsonb("rows").$type<readonly PlannedRow[]>().notNull(),
    /** Heads of columns that mean nothing here. */
    unknownColumns: jsonb("unknown_columns").$type<readonly string[]>().notNull(),
    sendsInvitations: boolean("sends_invitations").notNull(),
    createdCount: integer("created_count").notNull(),
    startedBy: text("started_by").notNull(),
    createdAt: instant("created_at").notNull(),
    confirmedAt: instant("confirmed_at"),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt, table.id),
    oneOf("imports_state", table.state, importStates),
  ],
)

/** Two accounts became one: which, by whom, and what moved. Never changed. */
export const merges = tenantTable(
  customers,
  "merges",
  {
    fromAccountId: text("from_account_id").notNull(),
    intoAccountId: text("into_account_id").notNull(),
    mergedBy: text("merged_by").notNull(),
    reason: text("reason").notNull(),
    moved: jsonb("moved").$type<Readonly<Record<string, number>>>().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.fromAccountId),
    index().on(table.tenantId, table.intoAccountId, table.at),
    references(table, table.fromAccountId, () => accounts),
    references(table, table.intoAccountId, () => accounts),
  ],
)
