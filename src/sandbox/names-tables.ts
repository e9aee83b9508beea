import { bigint, index, text } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"
import { sandbox } from "./fault-tables.ts"

/** What the world's name service says, in so far as somebody set it here. */
export const nameRecords = sandbox.table(
  "name_records",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    value: text("value").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("name_records_name").on(table.name, table.type)],
)
