import { type SQL, sql } from "drizzle-orm"
import type { OverdueFilter } from "./overdue-rows.ts"

/** Of the listed ones: those to which the wanted step comes next. */
export function isWanted({ step }: OverdueFilter): SQL {
  return step ? sql`step = ${step}` : sql`true`
}
