import { asc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { BulkActs } from "./bulk-act.ts"
import type { bulkRunDetailShape } from "./contract.ts"
import { describeBulkRun } from "./describe-bulk-run.ts"
import { deskRefusals } from "./errors.ts"
import { bulkItems, bulkRuns } from "./tables.ts"

export type BulkRunDetail = z.infer<typeof bulkRunDetailShape>

const MOST_ITEMS = 1_000

/** What failed stands first: it is what a person has to look at. */
export async function getBulkRun(
  ctx: Context,
  reach: Reach,
  acts: BulkActs,
  id: string,
): Promise<BulkRunDetail> {
  const [row] =
    reach.kind === "all" ? await ctx.db.select().from(bulkRuns).where(eq(bulkRuns.id, id)).limit(1) : []
  if (!row) return deskRefusals.refuse("desk.run_missing")
  const items = await ctx.db
    .select({ subjectId: bulkItems.subjectId, state: bulkItems.state, why: bulkItems.why })
    .from(bulkItems)
    .where(eq(bulkItems.runId, id))
    .orderBy(sql`${bulkItems.state} <> 'failed'`, asc(bulkItems.position))
    .limit(MOST_ITEMS)
  const names = await listPersonNames(ctx, [row.startedBy])
  return {
    ...describeBulkRun(ctx, row, { acts, names }),
    reason: row.reason,
    items: items.map(({ why, ...item }) => ({ ...item, why: why?.[ctx.language] ?? null })),
  }
}
