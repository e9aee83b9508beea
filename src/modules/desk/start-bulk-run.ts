import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import type { WorkTitles } from "#operations"
import type { BulkActs } from "./bulk-act.ts"
import type { BulkRun } from "./describe-bulk-run.ts"
import { deskRefusals } from "./errors.ts"
import { getBulkRun } from "./get-bulk-run.ts"
import { bulkItems, bulkRuns } from "./tables.ts"
import { startableBulkRun } from "./work-heads.ts"

export interface BulkWish {
  readonly act: string
  readonly subjectIds: readonly string[]
  readonly reason?: string | undefined
}

/** Writes down what is to be done and sets it going, in one transaction: from here on it needs nobody's page. */
export async function startBulkRun(
  ctx: Context,
  { acts, titles }: { readonly acts: BulkActs; readonly titles: WorkTitles },
  wish: BulkWish,
): Promise<BulkRun> {
  const act = acts.get(wish.act) ?? deskRefusals.refuse("desk.act_unknown", {}, { field: "act" })
  if (!ctx.actor.permissions.has(act.permission)) deskRefusals.refuse("desk.act_not_allowed")
  const reason = wish.reason?.trim() || null
  if (act.needsReason && reason === null) {
    deskRefusals.refuse("desk.reason_needed", {}, { field: "reason" })
  }
  const runId = ctx.newId("blk")
  const subjectIds = [...new Set(wish.subjectIds)]
  const [startedBy, total] = [actorId(ctx.actor), subjectIds.length]
  await ctx.db.insert(bulkRuns).values({
    id: runId,
    act: act.name,
    reason,
    state: "running",
    startedBy,
    total,
    done: 0,
    failed: 0,
    createdAt: ctx.clock.now(),
  })
  await ctx.db.insert(bulkItems).values(
    subjectIds.map((subjectId, position) => ({
      id: ctx.newId("bli"),
      runId,
      position,
      subjectId,
      state: "waiting" as const,
    })),
  )
  const operationId = await startWork(ctx, startableBulkRun, { runId }, { key: runId })
  await ctx.db.update(bulkRuns).set({ operationId }).where(eq(bulkRuns.id, runId))
  await recordAudit(ctx, {
    act: "desk.bulk-run-started",
    subjectId: runId,
    reason,
    after: { act: act.name, total },
  })
  const reach = within(ctx.actor)
  const { items: _items, reason: _reason, ...run } = await getBulkRun(ctx, reach, { acts, titles }, runId)
  return run
}
