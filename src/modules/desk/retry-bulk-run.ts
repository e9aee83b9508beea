import { and, asc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { BulkDoors } from "./confirm-bulk-run.ts"
import { mostBulkThings } from "./contract.ts"
import type { BulkRun } from "./describe-bulk-run.ts"
import { deskRefusals } from "./errors.ts"
import { lockBulkRun } from "./lock-bulk-run.ts"
import { startBulkRun } from "./start-bulk-run.ts"
import { bulkItems } from "./tables.ts"

/** A run of its own, as the first one was meant: its report stays what it is. */
export async function retryBulkRun(ctx: Context, doors: BulkDoors, id: string): Promise<BulkRun> {
  const run = await lockBulkRun(ctx, id)
  if (run.state !== "done") deskRefusals.refuse("desk.run_goes_on")
  const failed = await ctx.db
    .select({ subjectId: bulkItems.subjectId })
    .from(bulkItems)
    .where(and(eq(bulkItems.runId, id), eq(bulkItems.state, "failed")))
    .orderBy(asc(bulkItems.position))
    .limit(mostBulkThings)
  if (failed.length === 0) deskRefusals.refuse("desk.nothing_failed")
  return startBulkRun(ctx, doors, {
    act: run.act,
    subjectIds: failed.map(({ subjectId }) => subjectId),
    reason: run.reason ?? undefined,
    choice: run.choice ?? undefined,
  })
}
