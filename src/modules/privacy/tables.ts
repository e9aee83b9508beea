import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { people } from "#identity/tables"
import { instant, oneOf } from "#kit/columns.ts"
import type { Obstacle } from "#kit/personal-data/define.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { erasureStates, exportStates } from "./contract.ts"
import type { ErasureState } from "./erasure.ts"
import type { ExportState } from "./export.ts"

export const privacy = pgSchema("privacy")

/** A copy of everything about a person, asked for by them or by staff; the file lies sealed, its key in this row. */
export const exports = tenantTable(
  privacy,
  "exports",
  {
    personId: text("person_id").notNull(),
    state: text("state").$type<ExportState>().notNull(),
    /** The person themselves, or the member of staff who did it for them. */
    askedBy: text("asked_by").notNull(),
    reason: text("reason"),
    /** Opens the file. Gone with its expiry: what is left of the file then opens for nobody. */
    sealedKey: text("sealed_key"),
    bytes: integer("bytes"),
    createdAt: instant("created_at").notNull(),
    readyAt: instant("ready_at"),
    expiresAt: instant("expires_at"),
    downloads: integer("downloads").notNull(),
  },
  (table) => [
    uniqueIndex("exports_one_under_way").on(table.tenantId, table.personId).where(sql`state = 'asked'`),
    index().on(table.tenantId, table.personId, table.createdAt),
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.state, table.expiresAt),
    references(table, table.personId, () => people),
    oneOf("exports_state", table.state, exportStates),
    check("exports_open_while_ready", sql`(${table.state} = 'ready') = (${table.sealedKey} is not null)`),
  ],
)

/** Somebody's wish to be forgotten: it waits, can be taken back, and stays as the proof that it was done. */
export const erasures = tenantTable(
  privacy,
  "erasures",
  {
    personId: text("person_id").notNull(),
    state: text("state").$type<ErasureState>().notNull(),
    askedBy: text("asked_by").notNull(),
    reason: text("reason"),
    createdAt: instant("created_at").notNull(),
    /** Until then it can be taken back. */
    dueAt: instant("due_at").notNull(),
    /** What stood against it when it was last looked at. */
    obstacles: jsonb("obstacles").$type<readonly Obstacle[]>().notNull(),
    withdrawnAt: instant("withdrawn_at"),
    doneAt: instant("done_at"),
    /** Rows by table; what they held is gone. */
    counts: jsonb("counts").$type<Readonly<Record<string, number>>>().notNull(),
  },
  (table) => [
    uniqueIndex("erasures_one_open")
      .on(table.tenantId, table.personId)
      .where(sql`state in ('waiting', 'held', 'erasing')`),
    index().on(table.tenantId, table.personId, table.createdAt),
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.state, table.dueAt),
    references(table, table.personId, () => people),
    oneOf("erasures_state", table.state, erasureStates),
    check("erasures_done", sql`(${table.state} = 'done') = (${table.doneAt} is not null)`),
  ],
)

/** One row a rule: when it was last played, how far, and how much went then. The id is the rule's. */
export const retentionRuns = tenantTable(privacy, "retention_runs", {
  ranAt: instant("ran_at").notNull(),
  /** Everything from before then was kept long enough. */
  before: instant("before").notNull(),
  rows: integer("rows").notNull(),
  total: bigint("total", { mode: "number" }).notNull(),
  /** A bound was reached: the next day takes the rest. */
  isUnfinished: boolean("is_unfinished").notNull(),
})
