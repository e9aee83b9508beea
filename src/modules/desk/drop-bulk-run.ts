import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { deskRefusals } from "./errors.ts"
import { lockBulkRun } from "./lock-bulk-run.ts"
import { bulkItems, bulkRuns } from "./tables.ts"

/** What has begun stays to be read; what was only put together leaves nothing. */
export async function dropBulkRun(ctx: Context, id: string): Promise<{ id: string }> {
  const run = await lockBulkRun(ctx, id)
  if (run.state !== "prepared") deskRefusals.refuse("desk.run_begun")
  await ctx.db.delete(bulkItems).where(eq(bulkItems.runId, id))
  await ctx.db.delete(bulkRuns).where(eq(bulkRuns.id, id))
  return { id }
}
