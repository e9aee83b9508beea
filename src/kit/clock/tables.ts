import { bigint, pgSchema, text } from "drizzle-orm/pg-core"
import { instant } from "../columns.ts"

export const kit = pgSchema("kit")

/** How far the company's time runs ahead of the machine's. One row, outside the wall: all tenants share one time. */
export const clockOffsets = kit.table("clock_offsets", {
  id: text("id").primaryKey(),
  offsetMs: bigint("offset_ms", { mode: "number" }).notNull(),
  /** A move under way, or the last one when it was cut short: from where, to where, in the company's time. */
  moveFrom: instant("move_from"),
  moveTo: instant("move_to"),
  /** Why it was cut short, for people. */
  moveProblem: text("move_problem"),
  mover: text("mover"),
  /** Machine time: a mover that has been silent for long is gone, and another may go on. */
  moverSeenAt: instant("mover_seen_at"),
})
