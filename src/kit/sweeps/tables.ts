import { integer, pgSchema, text, unique } from "drizzle-orm/pg-core"
import { instant, oneOf } from "../columns.ts"
import { tenantTable } from "../tenant-table.ts"

export const sweepsSchema = pgSchema("sweeps")

export const sweepRunStates = ["done", "failed"] as const
export type SweepRunState = (typeof sweepRunStates)[number]

/** One sweep of one tenant for one day or slot; written with the sweep's own effects, so it plays once. */
export const sweepRuns = tenantTable(
  sweepsSchema,
  "sweep_runs",
  {
    sweep: text("sweep").notNull(),
    /** "2026-03-01" for a day, "2026-03-01T10:15:00Z" for a slot: both sort by time as text. */
    slot: text("slot").notNull(),
    state: text("state").$type<SweepRunState>().notNull(),
    attempts: integer("attempts").notNull().default(1),
    error: text("error"),
    playedAt: instant("played_at").notNull(),
  },
  (table) => [
    oneOf("sweep_runs_state", table.state, sweepRunStates),
    unique("sweep_runs_once").on(table.tenantId, table.sweep, table.slot),
  ],
)
