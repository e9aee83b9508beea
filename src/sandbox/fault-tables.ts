import { bigint, index, integer, pgSchema, text } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"

/** The outside world's own books: no tenant, no wall, because real providers don't know our tenants either. */
export const sandbox = pgSchema("sandbox")

/** What a stand-in is told to do wrong, and for how many calls. */
export const standInFaults = sandbox.table(
  "stand_in_faults",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    standIn: text("stand_in").notNull(),
    /** Which call: "servers.create", or "*" for any. */
    call: text("call").notNull(),
    fault: text("fault").notNull(),
    /** Null: until it is taken away. */
    remaining: integer("remaining"),
    delayMs: integer("delay_ms").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("stand_in_faults_call").on(table.standIn, table.call)],
)
