import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { deskRefusals } from "./errors.ts"
import { bulkRuns } from "./tables.ts"

export async function lockBulkRun(ctx: Context, id: string): Promise<typeof bulkRuns.$inferSelect> {
  const [run] = await ctx.db.select().from(bulkRuns).where(eq(bulkRuns.id, id)).limit(1).for("update")
  return run ?? deskRefusals.refuse("desk.run_missing")
}
