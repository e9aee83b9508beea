import { asc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { BulkDoors } from "./confirm-bulk-run.ts"
import type { bulkRunDetailShape } from "./contract.ts"
import { describeBulkItems } from "./describe-bulk-items.ts"
import { describeBulkRun } from "./describe-bulk-run.ts"
import { deskRefusals } from "./errors.ts"
import { bulkItems, bulkRuns } from "./tables.ts"

export type BulkRunDetail = z.infer<typeof bulkRunDetailShape>

/** What a page shows; a file has all of them. */
const MOST_SHOWN = 200

/** What failed stands first: it is what a person has to look at. */
export async function getBulkRun(
  ctx: Context,
  reach: Reach,
  { acts, titles }: BulkDoors,
  id: string,
): Promise<BulkRunDetail> {
  const [row] =
    reach.kind === "all" ? await ctx.db.select().from(bulkRuns).where(eq(bulkRuns.id, id)).limit(1) : []
  if (!row) return deskRefusals.refuse("desk.run_missing")
  const rows = await ctx.db
    .select({ subjectId: bulkItems.subjectId, state: bulkItems.state, why: bulkItems.why })
    .from(bulkItems)
    .where(eq(bulkItems.runId, id))
    .orderBy(sql`${bulkItems.state} <> 'failed'`, asc(bulkItems.position))
    .limit(MOST_SHOWN)
  const names = await listPersonNames(ctx, [row.startedBy])
  const act = acts.get(row.act)
  const isOpen = row.state === "prepared"
  const choices = (isOpen || row.choice !== null) && act?.choices ? [...(await act.choices(ctx))] : []
  return {
    ...describeBulkRun(ctx, row, { acts, names }),
    reason: row.reason,
    choice: choices.find(({ value }) => value === row.choice)?.label ?? row.choice,
    warns: act?.warns[ctx.language] ?? null,
    isGrave: act?.isGrave ?? false,
    needsReason: act?.needsReason ?? false,
    choices: isOpen ? choices : [],
    items: await describeBulkItems(ctx, titles, rows),
  }
}
