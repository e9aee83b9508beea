import { bigint, pgSchema, text } from "drizzle-orm/pg-core"

export const kit = pgSchema("kit")

/** How far the company's time runs ahead of the machine's. One row, outside the wall: all tenants share one time. */
export const clockOffsets = kit.table("clock_offsets", {
  id: text("id").primaryKey(),
  offsetMs: bigint("offset_ms", { mode: "number" }).notNull(),
})
