import { and, eq, inArray, lt } from "drizzle-orm"
import { actorId, type Context } from "#kit/context.ts"
import type { BulkDoors } from "./confirm-bulk-run.ts"
import { type BulkRun, describeBulkRun } from "./describe-bulk-run.ts"
import { deskRefusals } from "./errors.ts"
import { permittedAct } from "./permitted-act.ts"
import { bulkItems, bulkRuns } from "./tables.ts"

/** A question that nobody has answered for a day won't be. */
const KEPT_HOURS = 24
const MOST_DROPPED = 20

/** Writes down what is to be done with which things. Nothing happens before somebody has seen it and says yes. */
export async function prepareBulkRun(
  ctx: Context,
  { acts }: Pick<BulkDoors, "acts">,
  wish: { readonly act: string; readonly subjectIds: readonly string[] },
): Promise<BulkRun> {
  const act = permittedAct(ctx, acts, wish.act)
  const subjectIds = [...new Set(wish.subjectIds)]
  if (subjectIds.length === 0) deskRefusals.refuse("desk.nothing_chosen")
  if (act.choices && (await act.choices(ctx)).length === 0) deskRefusals.refuse("desk.nothing_to_choose")
  const startedBy = actorId(ctx.actor)
  await dropForgotten(ctx, startedBy)
  const [row] = await ctx.db
    .insert(bulkRuns)
    .values({
      id: ctx.newId("blk"),
      act: act.name,
      state: "prepared",
      startedBy,
      total: subjectIds.length,
      done: 0,
      failed: 0,
      createdAt: ctx.clock.now(),
    })
    .returning()
  if (!row) throw new Error("The run was not written.")
  await ctx.db.insert(bulkItems).values(
    subjectIds.map((subjectId, position) => ({
      id: ctx.newId("bli"),
      runId: row.id,
      position,
      subjectId,
      state: "waiting" as const,
    })),
  )
  return describeBulkRun(ctx, row, { acts, names: new Map() })
}

/** One's own, that were put together and left. */
async function dropForgotten(ctx: Context, startedBy: string): Promise<void> {
  const left = await ctx.db
    .select({ id: bulkRuns.id })
    .from(bulkRuns)
    .where(
      and(
        eq(bulkRuns.state, "prepared"),
        eq(bulkRuns.startedBy, startedBy),
        lt(bulkRuns.createdAt, ctx.clock.now().subtract({ hours: KEPT_HOURS })),
      ),
    )
    .limit(MOST_DROPPED)
  if (left.length === 0) return
  const ids = left.map(({ id }) => id)
  await ctx.db.delete(bulkItems).where(inArray(bulkItems.runId, ids))
  await ctx.db.delete(bulkRuns).where(inArray(bulkRuns.id, ids))
}
