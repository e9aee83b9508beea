import { boolean, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, oneOf } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { bulkItemStates, bulkStates, viewLists } from "./contract.ts"

export const desk = pgSchema("desk")

/** A list as somebody likes to see it: what its address says, under a name. */
export const views = tenantTable(
  desk,
  "views",
  {
    list: text("list").$type<(typeof viewLists)[number]>().notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
    isShared: boolean("is_shared").notNull(),
    ownerId: text("owner_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.list, table.ownerId, table.name),
    oneOf("views_list", table.list, viewLists),
  ],
)

/** One act on many things, and how far it has come. Prepared ones have not begun: somebody is still asked. */
export const bulkRuns = tenantTable(
  desk,
  "bulk_runs",
  {
    act: text("act").notNull(),
    reason: text("reason"),
    /** What was chosen for all of them, where the act has something to choose. */
    choice: text("choice"),
    state: text("state").$type<(typeof bulkStates)[number]>().notNull(),
    startedBy: text("started_by").notNull(),
    total: integer("total").notNull(),
    done: integer("done").notNull(),
    failed: integer("failed").notNull(),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
    operationId: text("operation_id"),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt, table.id),
    oneOf("bulk_runs_state", table.state, bulkStates),
  ],
)

export const bulkItems = tenantTable(
  desk,
  "bulk_items",
  {
    runId: text("run_id").notNull(),
    position: integer("position").notNull(),
    subjectId: text("subject_id").notNull(),
    state: text("state").$type<(typeof bulkItemStates)[number]>().notNull(),
    /** The refusal's own words, in each language. */
    why: jsonb("why").$type<Say>(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.runId, table.position),
    references(table, table.runId, () => bulkRuns),
    oneOf("bulk_items_state", table.state, bulkItemStates),
  ],
)
