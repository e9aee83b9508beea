import { and, eq, gte, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { Refusal, type Say, sayRefusal } from "#kit/refusal.ts"
import type { BulkActs } from "./bulk-act.ts"
import { bulkItems, bulkRuns } from "./tables.ts"

/**
 * The act on one thing of a run, in the name of whoever started it. A refusal is that thing's own and is written down;
 * the others still get their turn. Answers the position of the next one, or null at the end.
 */
export async function actOnItem(
  ctx: Context,
  acts: BulkActs,
  { runId, position }: { readonly runId: string; readonly position: number },
): Promise<number | null> {
  const [run] = await ctx.db.select().from(bulkRuns).where(eq(bulkRuns.id, runId)).limit(1)
  const [item] = await ctx.db
    .select()
    .from(bulkItems)
    .where(and(eq(bulkItems.runId, runId), gte(bulkItems.position, position)))
    .orderBy(bulkItems.position)
    .limit(1)
  const act = acts.get(run?.act ?? "")
  if (!run || !act) throw new Error(`Run ${runId} is gone, or its act "${run?.act}" is.`)
  if (item) {
    const actor = {
      kind: "staff",
      personId: run.startedBy,
      permissions: new Set<string>([act.permission]),
    } as const
    const said = { runId, reason: run.reason ?? "", choice: run.choice ?? "" }
    const why = await tryOut(ctx, (inner) => act.run({ ...inner, actor }, item.subjectId, said))
    const state = why ? "failed" : "done"
    await ctx.db.update(bulkItems).set({ state, why }).where(eq(bulkItems.id, item.id))
    await ctx.db
      .update(bulkRuns)
      .set(why ? { failed: sql`failed + 1` } : { done: sql`done + 1` })
      .where(eq(bulkRuns.id, runId))
    if (item.position + 1 < run.total) return item.position + 1
  }
  await ctx.db.update(bulkRuns).set({ state: "done", endedAt: ctx.clock.now() }).where(eq(bulkRuns.id, runId))
  return null
}

/** Inside a savepoint: what a refused act had written is gone, and the note about it can still be made. */
async function tryOut(ctx: Context, body: (inner: Context) => Promise<void>): Promise<Say | null> {
  await ctx.db.execute(sql`savepoint one_thing`)
  try {
    await body(ctx)
    await ctx.db.execute(sql`release savepoint one_thing`)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await ctx.db.execute(sql`rollback to savepoint one_thing`)
    return { en: sayRefusal(error, "en"), ko: sayRefusal(error, "ko") }
  }
}
