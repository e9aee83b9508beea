import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { heldRuns } from "./collecting-tables.ts"

export type HeldRun = Omit<typeof heldRuns.$inferSelect, "tenantId">

/** The run of a day that a person is to look at, or has looked at. */
export async function findHeldRun(
  ctx: Context,
  reach: Reach,
  day: Temporal.PlainDate,
  lock: "read" | "update" = "read",
): Promise<HeldRun | undefined> {
  if (reach.kind !== "all") return undefined
  const query = ctx.db.select().from(heldRuns).where(eq(heldRuns.day, day))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row
}
